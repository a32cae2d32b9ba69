"""The weights are cut into a part for h and a part for x, gate by gate.

权重逐个门地切成作用于 h 和作用于 x 的两部分。
"""

import numpy as np


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(z / 2)


def pre_activation(W, b, h_prev, x, gate):
    H = len(h_prev)
    return W[gate, :, :H] @ h_prev + W[gate, :, H:] @ x + b[gate]


def gates(W, b, h_prev, x):
    f = sigmoid(pre_activation(W, b, h_prev, x, 0))
    i = sigmoid(pre_activation(W, b, h_prev, x, 1))
    o = sigmoid(pre_activation(W, b, h_prev, x, 2))
    c_tilde = np.tanh(pre_activation(W, b, h_prev, x, 3))
    return np.vstack((f, i, o, c_tilde))


def cell_state(f, i, c_tilde, c_prev):
    return np.diag(f) @ c_prev + np.diag(i) @ c_tilde


def hidden_state(o, c):
    return np.diag(o) @ np.tanh(c)


def cell_jacobian(f, t, k):
    J = np.eye(f.shape[1])
    for s in range(k + 1, t + 1):
        J = np.diag(f[s]) @ J
    return J
