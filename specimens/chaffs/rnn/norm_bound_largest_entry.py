"""The largest entry of abs(W) takes the place of the norm.

用 abs(W) 的最大元素代替了范数。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.abs(W).max() / 4) ** (t - k)
