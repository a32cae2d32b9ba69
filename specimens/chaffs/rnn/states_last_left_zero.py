"""The loop over time ends one step early, so the last state stays zero.

时间循环少走了一步，最后一个状态一直是零。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    T = len(x)
    h = np.zeros((T + 1, len(h_0)))
    h[0] = h_0
    for t in range(1, T):
        h[t] = sigmoid(W @ h[t - 1] + U @ x[t - 1])
    return h
