"""It has t factors, as if k were 0.

因子有 t 个，仿佛 k 总是 0。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.linalg.norm(W, 2) / 4) ** t
