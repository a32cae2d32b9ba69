"""The matrix (W/4)^{t-k} itself is returned, without a norm.

返回的是矩阵 (W/4)^{t-k} 本身，没有取范数。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return np.linalg.matrix_power(W / 4, t - k)
