"""The forget gates are averaged over the units, but every unit has its own."""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.prod(np.mean(f[k + 1 : t + 1], axis=1)) * np.eye(f.shape[1])
