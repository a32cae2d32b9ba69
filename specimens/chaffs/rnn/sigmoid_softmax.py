"""Softmax, which divides by the sum over all entries, stands for the sigmoid.

用了 softmax（除以所有元素之和），而不是 sigmoid。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
