"""The product starts at k instead of k + 1: f_k acts before c_k, not after it.

乘积从 k 而不是 k + 1 开始：f_k 作用在 c_k 之前，不在之后。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.prod(f[k : t + 1], axis=0))
