"""The product runs over the units as well as over time: all units get the same number.

乘积不仅对时间取，还对单元取，于是各单元得到同一个数。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.prod(f[k + 1 : t + 1]) * np.eye(f.shape[1])
