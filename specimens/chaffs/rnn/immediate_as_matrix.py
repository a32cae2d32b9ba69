"""The zeros off the row are left out, and an (n, n) matrix is given instead of (n, n, n)."""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    return np.outer(h[k] * (1 - h[k]), h[k - 1])
