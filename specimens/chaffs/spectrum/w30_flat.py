"""The four entries are given in one row instead of a matrix.

四个元素排成了一行，而不是一个矩阵。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    return np.linalg.matrix_power([[0.58, 0.24], [0.24, 0.72]], 30).ravel()
