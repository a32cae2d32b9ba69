"""Each entry of W is raised to the power 30, instead of the matrix.

对 W 的每个元素分别取了 30 次幂，而不是求矩阵的幂。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    return np.array([[0.58, 0.24], [0.24, 0.72]]) ** 30
