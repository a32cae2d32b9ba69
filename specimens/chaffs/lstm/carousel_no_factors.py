"""The product begins with its first factor, and for t = k there is none.

乘积从第一个因子写起，而 t = k 时一个因子也没有。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    J = np.diag(f[k + 1])
    for s in range(k + 2, t + 1):
        J = np.diag(f[s]) @ J
    return J
