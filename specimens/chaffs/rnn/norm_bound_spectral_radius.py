"""The largest modulus of an eigenvalue takes the place of the largest singular value.

用特征值的最大模代替了最大奇异值。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.abs(np.linalg.eigvals(W)).max() / 4) ** (t - k)
