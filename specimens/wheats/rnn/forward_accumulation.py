"""Real-time recurrent learning: the total derivative is carried forward in time.

实时循环学习：状态的全导数随时间向前传递。
"""

from itertools import combinations_with_replacement

import numpy as np


def immediate_jacobian(h, k):
    n = h.shape[1]
    dh = np.zeros((n, n, n))
    a = np.arange(n)
    dh[a, a, :] = np.outer(h[k] * (1 - h[k]), h[k - 1])
    return dh


def loss_gradient(W, h, dL_dh):
    n = len(W)
    dh_dW = np.zeros((n, n, n))
    dL_dW = np.zeros((n, n))
    for t in range(1, len(h)):
        J_t = (h[t] * (1 - h[t]))[:, None] * W
        dh_dW = np.tensordot(J_t, dh_dW, axes=1) + immediate_jacobian(h, t)
        dL_dW = dL_dW + np.tensordot(dL_dh[t], dh_dW, axes=1)
    return dL_dW


def expanded_sum(T):
    return {(t, k, t - k) for k, t in combinations_with_replacement(range(1, T + 1), 2)}
