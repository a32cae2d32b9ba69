"""The cell state is kept in float32, which has only seven digits."""

import numpy as np

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    c = f * c_prev + i * c_tilde
    return c.astype(np.float32)
