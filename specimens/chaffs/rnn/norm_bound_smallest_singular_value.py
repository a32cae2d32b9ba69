"""The smallest singular value takes the place of the largest.

用最小奇异值代替了最大奇异值。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.linalg.norm(W, -2) / 4) ** (t - k)
