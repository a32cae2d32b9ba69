"""The entries are rounded to eight decimals.

各元素只保留了八位小数。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return np.round(sigmoid_prime(W @ x)[:, None] * W, 8)
