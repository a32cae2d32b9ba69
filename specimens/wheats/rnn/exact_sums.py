"""math.fsum adds up without rounding errors, and generators make the terms.

用 math.fsum 求和，没有舍入误差；各项由生成器给出。
"""

import math
from itertools import accumulate

import numpy as np


def dot(a, b):
    return math.fsum(p * q for p, q in zip(a, b, strict=True))


def sigmoid_of_a_number(z):
    return math.exp(min(z, 0)) / (1 + math.exp(-abs(z)))


def hidden_states(W, U, h_0, x):
    def step(h, x_t):
        pairs = zip(W, U, strict=True)
        return [sigmoid_of_a_number(dot([*w, *u], [*h, *x_t])) for w, u in pairs]

    return list(accumulate(x, step, initial=list(h_0)))


def loss_gradient(W, h, dL_dh):
    n, T = len(W), len(h) - 1
    delta = [None] * (T + 1)
    for t in range(T, 0, -1):
        later = [dot(W[:, j], delta[t + 1]) if t < T else 0 for j in range(n)]
        delta[t] = [(dL_dh[t][j] + later[j]) * h[t][j] * (1 - h[t][j]) for j in range(n)]
    entries = [
        [math.fsum(delta[t][i] * h[t - 1][j] for t in range(1, T + 1)) for j in range(n)]
        for i in range(n)
    ]
    return np.array(entries)
