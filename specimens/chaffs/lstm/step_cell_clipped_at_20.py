"""The cell state is clipped to [-20, 20], although it can grow past any bound.

细胞状态被截断到 [-20, 20]，而它可以超出任何界。
"""

import numpy as np
from correct.lstm import cell_state, gates, hidden_state

LOSES = ["3a-roles"]


def step(W, b, h_prev, c_prev, x):
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    c = np.clip(cell_state(f, i, c_tilde, c_prev), -20, 20)
    return hidden_state(o, c), c
