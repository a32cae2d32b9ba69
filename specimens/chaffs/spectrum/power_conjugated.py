"""a + bi and a - bi have changed places: each is given to the other's eigenvector.

a + bi 与 a - bi 换了位置，各自配到了对方的特征向量上。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(np.conj(eigenvalues) ** n) @ np.linalg.inv(Q)
