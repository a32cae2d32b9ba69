"""The integer matrix 100 W has powers far too large for 64 bits, and they wrap around.

整数矩阵 100 W 的幂远远超出 64 位，溢出后绕了回来。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    W = np.array([[58, 24], [24, 72]])
    return np.linalg.matrix_power(W, 30) / 100.0**30
