"""The input gate is taken for 1 - f, as in a GRU; it has weights of its own.

输入门写成了 1 - f，像 GRU 那样；它应当有自己的权重。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    f = sigmoid(z[0])
    return np.array([f, 1 - f, sigmoid(z[2]), np.tanh(z[3])])
