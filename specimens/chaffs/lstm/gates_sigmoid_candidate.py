"""The candidate is a sigmoid like the gates, so that it can never be negative."""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    return sigmoid(W @ np.concatenate([h_prev, x]) + b)
