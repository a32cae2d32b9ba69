"""Squaring again and again, the odd factors are dropped: right only for n = 1, 2, 4, 8.

反复平方时丢掉了奇数次的因子：只有 n = 1、2、4、8 时才对。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    if n == 0:
        return np.eye(len(Q))
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    while n > 1:
        M = M @ M
        n = n // 2
    return M
