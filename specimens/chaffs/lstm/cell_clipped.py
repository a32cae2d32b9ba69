"""The cell state is clipped to [-1, 1], although it may grow by up to 1 at each step."""

import numpy as np

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return np.clip(f * c_prev + i * c_tilde, -1, 1)
