"""It has t - k + 1 factors instead of t - k.

因子有 t - k + 1 个，应为 t - k 个。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.linalg.norm(W, 2) / 4) ** (t - k + 1)
