"""The sigmoid through the logarithm of 1 + exp(-z).

sigmoid 通过 1 + exp(-z) 的对数来算。
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def sigmoid_prime(z):
    return np.exp(-np.abs(z) - 2 * np.log1p(np.exp(-np.abs(z))))


def expanded_sum(T):
    grid = [(t, k) for t in range(T + 1) for k in range(T + 1)]
    return tuple((t, k, t - k) for t, k in grid if 1 <= k <= t)
