"""Negative cell states are set to zero, as by a ReLU.

细胞状态为负时被置成零，像 ReLU 那样。
"""

import numpy as np

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return np.maximum(f * c_prev + i * c_tilde, 0)
