"""The new cell state is squashed by tanh, so that it cannot leave [-1, 1].

新的细胞状态又经过了 tanh，于是出不了 [-1, 1]。
"""

import numpy as np

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return np.tanh(f * c_prev + i * c_tilde)
