"""The product starts at k instead of k + 1: f_k acts before c_k, not after it."""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.prod(f[k : t + 1], axis=0))
