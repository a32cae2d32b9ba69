"""The last forget gate is raised to the power t - k, as if all steps had the same gate."""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(f[t] ** (t - k))
