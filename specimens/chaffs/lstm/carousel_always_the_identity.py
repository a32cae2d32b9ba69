"""The cell state is taken to be carried on unchanged, which holds only if every f is 1."""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.eye(f.shape[1])
