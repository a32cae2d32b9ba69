"""The largest singular value as the root of the largest eigenvalue of Wᵀ W, factor by factor.

最大奇异值取为 Wᵀ W 的最大特征值的平方根，再逐个因子相乘。
"""

import numpy as np


def jacobian_norm_bound(W, t, k):
    bound = 1.0
    for _ in range(k, t):
        bound *= np.sqrt(np.linalg.eigvalsh(W.T @ W).max()) / 4
    return bound
