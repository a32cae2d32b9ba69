"""The diagonal is given as a vector instead of a matrix.

对角线给成了向量，而不是矩阵。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.prod(f[k + 1 : t + 1], axis=0)
