"""The input is added after the sigmoid: σ(W h) + U x instead of σ(W h + U x).

输入加在 sigmoid 外面了：写成 σ(W h) + U x，而不是 σ(W h + U x)。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = [h_0]
    for x_t in x:
        h.append(sigmoid(W @ h[-1]) + U @ x_t)
    return np.array(h)
