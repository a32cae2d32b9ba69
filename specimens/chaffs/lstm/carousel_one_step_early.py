"""The product runs from k to t - 1, one step early.

乘积从 k 到 t - 1，早了一步。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.prod(f[k:t], axis=0))
