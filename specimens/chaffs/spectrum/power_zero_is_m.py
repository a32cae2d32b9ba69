"""The loop starts from M, so that n = 0 gives M instead of the identity.

循环从 M 出发，n = 0 时得到的是 M，而不是单位矩阵。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    M_n = M
    for _ in range(n - 1):
        M_n = M_n @ M
    return M_n
