"""The caller's h_0 is overwritten by the later states.

调用者的 h_0 被后面的状态覆盖了。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = np.zeros((len(x) + 1, len(h_0)))
    h[0] = h_0
    for t in range(1, len(h)):
        h_0[:] = sigmoid(W @ h_0 + U @ x[t - 1])
        h[t] = h_0
    return h
