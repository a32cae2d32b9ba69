"""The first singular value, and the power by a logarithm.

取第一个奇异值，并用对数计算幂。
"""

import numpy as np


def jacobian_norm_bound(W, t, k):
    largest = np.linalg.svd(W, compute_uv=False)[0]
    if largest == 0 or t == k:
        return float(t == k)
    return np.exp((t - k) * np.log(largest / 4))
