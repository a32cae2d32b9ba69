"""The largest row sum of abs(W), the ∞-norm, takes the place of the 2-norm.

用 ∞-范数（abs(W) 的最大行和）代替了 2-范数。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.linalg.norm(W, np.inf) / 4) ** (t - k)
