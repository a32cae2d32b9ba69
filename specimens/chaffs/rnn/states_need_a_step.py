"""The first step is taken before the loop, which fails for T = 0.

第一步写在循环之前，T = 0 时就会出错。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = [h_0, sigmoid(W @ h_0 + U @ x[0])]
    for x_t in x[1:]:
        h.append(sigmoid(W @ h[-1] + U @ x_t))
    return np.array(h)
