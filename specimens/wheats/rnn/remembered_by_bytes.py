"""Answers are remembered by the bytes of the arguments, which is safe.

按参数的字节缓存结果，这样做是可靠的。
"""

from functools import cache, lru_cache

import numpy as np


@lru_cache(maxsize=1000)
def slope(raw):
    e = np.exp(-np.abs(np.frombuffer(raw)))
    return e / (1 + e) ** 2


@cache
def terms(T):
    return tuple((t, k, t - k) for t in range(1, T + 1) for k in range(1, t + 1))


def sigmoid_prime(z):
    z = np.array(z, dtype=float)
    return slope(z.tobytes()).reshape(z.shape)


def layer_jacobian(W, x):
    return sigmoid_prime(W @ x).reshape(-1, 1) * W


def expanded_sum(T):
    return terms(T)
