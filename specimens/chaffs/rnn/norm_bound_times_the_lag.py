"""The lag t - k is a factor instead of the exponent.

把 t - k 当成了系数，而不是指数。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (t - k) * np.linalg.norm(W, 2) / 4
