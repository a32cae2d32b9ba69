"""Each state is a column of shape (n, 1), so that the answer has one dimension too many.

每个状态都成了形状为 (n, 1) 的列，结果多了一维。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = [h_0.reshape(-1, 1)]
    for x_t in x:
        h.append(sigmoid(W @ h[-1] + U @ x_t.reshape(-1, 1)))
    return np.array(h)
