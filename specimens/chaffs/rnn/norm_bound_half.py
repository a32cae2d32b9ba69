"""σ' is taken to be at most 1/2 instead of 1/4.

把 σ' 的上界当成了 1/2，应为 1/4。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.linalg.norm(W, 2) / 2) ** (t - k)
