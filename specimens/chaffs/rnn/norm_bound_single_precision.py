"""The norm is computed in float32.

范数是用 float32 计算的。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.linalg.norm(W.astype(np.float32), 2) / 4) ** (t - k)
