"""The eigenvectors are read as rows, so that the result is transposed.

把特征向量当成行来读，结果转置了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.linalg.inv(Q.T) @ np.diag(eigenvalues**n) @ Q.T
