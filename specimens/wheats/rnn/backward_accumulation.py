"""Backpropagation as it is programmed: one pass backwards in time instead of the double sum.

按通常编程的方式反向传播：沿时间倒着走一遍，而不用二重和。
"""

import numpy as np


def state_jacobian(W, h, t, k):
    if t == k:
        return np.eye(len(W))
    q_t = h[t] * (1 - h[t])
    return q_t[:, np.newaxis] * (W @ state_jacobian(W, h, t - 1, k))


def gradient_term(W, h, dL_dh, t, k):
    delta = dL_dh[t] * h[t] * (1 - h[t])
    for s in range(t - 1, k - 1, -1):
        delta = (W.T @ delta) * h[s] * (1 - h[s])
    return np.outer(delta, h[k - 1])


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    from_later = np.zeros(len(W))
    for t in reversed(range(1, len(h))):
        delta = (dL_dh[t] + from_later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        from_later = W.T @ delta
    return dW


def expanded_sum(T):
    """Sorted by the lag t - k, as the backward pass meets them."""
    return [[k + lag, k, lag] for lag in range(T) for k in range(1, T - lag + 1)]
