"""The states are stored in float32, which keeps only seven digits.

状态用 float32 存放，只有七位有效数字。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = np.zeros((len(x) + 1, len(h_0)), dtype=np.float32)
    h[0] = h_0
    for t, x_t in enumerate(x, start=1):
        h[t] = sigmoid(W @ h[t - 1] + U @ x_t)
    return h
