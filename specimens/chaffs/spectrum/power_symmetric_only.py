"""The eigenvectors are normalised and taken for orthogonal: true for a symmetric M only.

把特征向量归一化后就当成了正交的，那只对对称的 M 成立。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    Q = Q / np.linalg.norm(Q, axis=0)
    return Q @ np.diag(eigenvalues**n) @ Q.T
