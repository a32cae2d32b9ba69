"""Every factor is a matrix product with np.diag, multiplied up by reduce.

每个因子都用 np.diag 写成矩阵乘积，再用 reduce 连乘。
"""

from functools import reduce

import numpy as np
from correct.rnn import sigmoid_prime


def factors(W, h, t, k):
    return [np.diag(h[s] * (1 - h[s])) @ W for s in range(t, k, -1)]


def layer_jacobian(W, x):
    return np.diag(sigmoid_prime(np.dot(W, x))).dot(W)


def state_jacobian(W, h, t, k):
    return reduce(np.matmul, factors(W, h, t, k), np.eye(len(W)))


def immediate_jacobian(h, k):
    n = h.shape[1]
    dh = np.zeros((n, n, n))
    for a in range(n):
        dh[a, a] = h[k, a] * (1 - h[k, a]) * h[k - 1]
    return dh


def gradient_term(W, h, dL_dh, t, k):
    row = dL_dh[t] @ state_jacobian(W, h, t, k)
    return np.diag(row) @ np.diag(h[k] * (1 - h[k])) @ np.tile(h[k - 1], (len(W), 1))


def loss_gradient(W, h, dL_dh):
    T = len(h) - 1
    terms = [gradient_term(W, h, dL_dh, t, k) for t in range(T + 1) for k in range(1, t + 1)]
    return sum(terms, start=np.zeros(W.shape))


def expanded_sum(T):
    return [(t, k, t - k) for k in range(1, T + 1) for t in range(k, T + 1)]
