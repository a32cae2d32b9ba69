"""The gates are kept inside [0.001, 0.999], so that they never close or open fully.

各门被限制在 [0.001, 0.999] 内，永远不能完全关闭或打开。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    return np.vstack([np.clip(sigmoid(z[:3]), 0.001, 0.999), np.tanh(z[3:])])
