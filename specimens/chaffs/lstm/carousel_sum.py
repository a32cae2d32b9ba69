"""The forget gates are added up instead of multiplied.

把遗忘门加了起来，而应当相乘。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    if t == k:
        return np.eye(f.shape[1])
    return np.diag(np.sum(f[k + 1 : t + 1], axis=0))
