"""The recursion starts from zeros instead of the given h_0.

递推从零开始，没有用给定的 h_0。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = np.zeros((len(x) + 1, len(h_0)))
    for t in range(1, len(h)):
        h[t] = sigmoid(W @ h[t - 1] + U @ x[t - 1])
    return h
