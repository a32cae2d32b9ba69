"""Every gate is a column of shape (H, 1), so that the answer has one dimension too many."""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    v = np.concatenate([h_prev, x]).reshape(-1, 1)
    z = W @ v + b[:, :, None]
    return np.vstack([sigmoid(z[:3]), np.tanh(z[3:])])
