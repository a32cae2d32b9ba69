"""The previous state h_{t-1} is replaced by zeros, as in the first step of a sequence.

前一个状态 h_{t-1} 换成了零，好像每一步都是序列的第一步。
"""

import numpy as np
from correct.lstm import cell_state, gates, hidden_state

LOSES = ["3a-roles"]


def step(W, b, h_prev, c_prev, x):
    f, i, o, c_tilde = gates(W, b, np.zeros(len(h_prev)), x)
    c = cell_state(f, i, c_tilde, c_prev)
    return hidden_state(o, c), c
