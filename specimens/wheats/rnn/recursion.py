"""Every function calls itself on a shorter sequence.

每个函数都在更短的序列上调用自己。
"""

import numpy as np
from correct.rnn import sigmoid


def hidden_states(W, U, h_0, x):
    if len(x) == 0:
        return h_0[np.newaxis]
    return np.vstack([h_0, hidden_states(W, U, sigmoid(W @ h_0 + U @ x[0]), x[1:])])


def state_jacobian(W, h, t, k):
    if t == k:
        return np.eye(len(W))
    if t == k + 1:
        return np.diag(h[t] * (1 - h[t])) @ W
    middle = (t + k) // 2
    return state_jacobian(W, h, t, middle) @ state_jacobian(W, h, middle, k)


def loss_gradient(W, h, dL_dh):
    if len(h) == 1:
        return np.zeros(W.shape)
    delta = dL_dh[-1] * h[-1] * (1 - h[-1])
    earlier = np.vstack([dL_dh[:-2], dL_dh[-2] + delta @ W])
    return np.outer(delta, h[-2]) + loss_gradient(W, h[:-1], earlier)


def expanded_sum(T):
    if T == 0:
        return []
    return expanded_sum(T - 1) + [[T, k, T - k] for k in range(1, T + 1)]
