"""The pre-activation is added into the caller's b.

把净输入加进了调用者的 b。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    b += W @ np.concatenate([h_prev, x])
    return np.vstack([sigmoid(b[:3]), np.tanh(b[3:])])
