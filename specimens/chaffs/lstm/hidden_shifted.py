"""1 is added to tanh, so that h is never negative.

给 tanh 加了 1，于是 h 从不为负。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * (np.tanh(c) + 1)
