"""Two branches chosen by masks, and answers whose memory is in Fortran order.

用掩码区分两个分支，返回的数组按 Fortran 顺序存放。
"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    s = np.empty_like(z)
    positive = z >= 0
    s[positive] = 1 / (1 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    s[~positive] = e / (1 + e)
    return s


def sigmoid_prime(z):
    small = np.exp(-np.abs(z))
    return small / np.square(1 + small)


def layer_jacobian(W, x):
    J = np.empty(W.shape, order="F")
    q = sigmoid_prime(W @ x)
    for j in range(W.shape[1]):
        J[:, j] = q * W[:, j]
    return J


def hidden_states(W, U, h_0, x):
    columns = np.empty((len(h_0), len(x) + 1))
    columns[:, 0] = h_0
    for t, x_t in enumerate(x, start=1):
        columns[:, t] = sigmoid(W @ columns[:, t - 1] + U @ x_t)
    return columns.T


def state_jacobian(W, h, t, k):
    """Multiplied from the right-hand end, one column of the identity after another."""
    columns = []
    for e_j in np.eye(len(W)):
        v = e_j
        for s in range(k + 1, t + 1):
            v = h[s] * (1 - h[s]) * (W @ v)
        columns.append(v)
    return np.array(columns).T


def loss_gradient(W, h, dL_dh):
    delta = np.zeros_like(h)
    for t in range(len(h) - 1, 0, -1):
        later = delta[t + 1] @ W if t + 1 < len(h) else 0
        delta[t] = (dL_dh[t] + later) * h[t] * (1 - h[t])
    return np.asfortranarray(delta[1:].T @ h[:-1])
