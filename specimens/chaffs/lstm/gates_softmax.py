"""f, i and o share one softmax and add up to 1; each is a sigmoid of its own.

f、i、o 共用一个 softmax，加起来等于 1；它们应当各自是 sigmoid。
"""

import numpy as np

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    e = np.exp(z[:3] - np.max(z[:3], axis=0))
    return np.vstack([e / np.sum(e, axis=0), np.tanh(z[3:])])
