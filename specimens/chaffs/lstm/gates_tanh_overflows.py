"""tanh is written as a ratio of exponentials, which is NaN for a large z.

tanh 写成了指数函数之比，z 很大时得到 NaN。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    up, down = np.exp(z[3]), np.exp(-z[3])
    return np.vstack([sigmoid(z[:3]), (up - down) / (up + down)])
