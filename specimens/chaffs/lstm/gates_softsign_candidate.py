"""z/(1 + |z|) stands for tanh z: the range is right, the values are not.

用 z/(1 + |z|) 代替 tanh z：范围对了，值却不对。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    return np.vstack([sigmoid(z[:3]), z[3:] / (1 + np.abs(z[3:]))])
