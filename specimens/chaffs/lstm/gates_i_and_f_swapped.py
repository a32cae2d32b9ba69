"""The input gate and the forget gate have changed places."""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    return np.array([sigmoid(z[1]), sigmoid(z[0]), sigmoid(z[2]), np.tanh(z[3])])
