"""The product stops at t - 1, because a slice does not include its end.

乘积到 t - 1 就停了，因为切片不含终点。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.prod(f[k + 1 : t], axis=0))
