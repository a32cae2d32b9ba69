"""The candidate is not squashed by tanh and leaves [-1, 1].

候选值没有经过 tanh，会超出 [-1, 1]。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    return np.vstack([sigmoid(z[:3]), z[3:]])
