"""It is cut off at 1, as if nothing could ever grow.

上界被截断为 1，仿佛梯度永远不会增长。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return min((np.linalg.norm(W, 2) / 4) ** (t - k), 1.0)
