"""Complex eigenvalues and eigenvectors, as eig gives from numpy 2.5; answers stay complex.

特征值和特征向量一律是复数（numpy 2.5 起 eig 就这样返回）；结果也保持复数。
"""

import numpy as np


def power(Q, eigenvalues, n):
    Q, eigenvalues = np.asarray(Q, complex), np.asarray(eigenvalues, complex)
    return Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q)


def w_to_the_30th():
    eig = np.linalg.eig(np.array([[0.58, 0.24], [0.24, 0.72]]))
    values, vectors = (part.astype(complex) for part in eig)
    return vectors @ np.diag(values**30) @ np.linalg.inv(vectors)
