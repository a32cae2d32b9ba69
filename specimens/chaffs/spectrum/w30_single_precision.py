"""W is stored in float32, which keeps only seven digits of its powers.

W 用 float32 存放，它的幂只有七位有效数字。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    W = np.array([[0.58, 0.24], [0.24, 0.72]], dtype=np.float32)
    return np.linalg.matrix_power(W, 30)
