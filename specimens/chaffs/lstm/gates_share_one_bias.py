"""The bias of the forget gate is used for all four gates.

四个门都用了遗忘门的偏置。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b[0]
    return np.vstack([sigmoid(z[:3]), np.tanh(z[3:])])
