"""σ(2z) stands for σ(z): the ranges are right, the values are not."""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    return np.vstack([sigmoid(2 * z[:3]), np.tanh(z[3:])])
