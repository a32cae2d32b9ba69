"""The gates look at the input alone; the previous state h_{t-1} is not used."""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W[:, :, len(h_prev) :] @ x + b
    return np.vstack([sigmoid(z[:3]), np.tanh(z[3:])])
