"""Each entry of M is raised to the power n, instead of the matrix.

对 M 的每个元素分别取了 n 次幂，而不是求矩阵的幂。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    return M**n
