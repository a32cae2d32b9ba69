"""Axes of length 1 are squeezed away, so that a 1 × 1 power is not a matrix.

长度为 1 的轴被 squeeze 掉了，1 × 1 的幂就不再是矩阵。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.squeeze(Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q))
