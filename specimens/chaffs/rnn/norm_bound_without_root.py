"""The largest eigenvalue of Wᵀ W is used without taking the root.

用了 Wᵀ W 的最大特征值，却没有开平方。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.linalg.eigvalsh(W.T @ W)[-1] / 4) ** (t - k)
