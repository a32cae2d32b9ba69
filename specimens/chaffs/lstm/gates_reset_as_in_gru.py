"""The candidate sees f ⊙ h_{t-1} instead of h_{t-1}, as with the reset gate of a GRU.

候选值看到的是 f ⊙ h_{t-1}，像 GRU 的重置门那样，而应当是 h_{t-1}。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    f, i, o = sigmoid(W[:3] @ np.concatenate([h_prev, x]) + b[:3])
    c_tilde = np.tanh(W[3] @ np.concatenate([f * h_prev, x]) + b[3])
    return np.array([f, i, o, c_tilde])
