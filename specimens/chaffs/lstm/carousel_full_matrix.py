"""Every row is filled with the product, but c_t[i] does not depend on c_k[j] for another unit j."""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    H = f.shape[1]
    return np.tile(np.prod(f[k + 1 : t + 1], axis=0), (H, 1))
