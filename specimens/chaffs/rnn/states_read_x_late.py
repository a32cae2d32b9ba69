"""Step t reads row t of x, which is x_{t+1}; the last step reads the last row once more.

第 t 步读的是 x 的第 t 行，即 x_{t+1}；最后一步又重复读了最后一行。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    T = len(x)
    h = np.zeros((T + 1, len(h_0)))
    h[0] = h_0
    for t in range(1, T + 1):
        h[t] = sigmoid(W @ h[t - 1] + U @ x[min(t, T - 1)])
    return h
