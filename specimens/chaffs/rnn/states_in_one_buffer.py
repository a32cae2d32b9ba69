"""One and the same array is appended at every step, so that all rows show the last state.

每一步添加的都是同一个数组，于是各行显示的都是最后的状态。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h_t = h_0.copy()
    h = [h_t]
    for x_t in x:
        h_t[:] = sigmoid(W @ h_t + U @ x_t)
        h.append(h_t)
    return np.array(h)
