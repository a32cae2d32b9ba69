"""tanh(c) is written as a ratio of exponentials, which is NaN for a large c.

tanh(c) 写成了指数函数之比，c 很大时得到 NaN。
"""

import numpy as np
from correct.lstm import cell_state, gates

LOSES = ["3a-roles", "3b-ranges"]


def step(W, b, h_prev, c_prev, x):
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    c = cell_state(f, i, c_tilde, c_prev)
    up, down = np.exp(c), np.exp(-c)
    return o * (up - down) / (up + down), c
