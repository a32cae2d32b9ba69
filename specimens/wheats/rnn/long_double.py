"""Everything is computed in long double and rounded once, at the end.

全程用 long double 计算，只在最后舍入一次。
"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=np.longdouble)
    return np.float64(0.5 + 0.5 * np.tanh(z / 2))


def sigmoid_prime(z):
    z = np.asarray(z, dtype=np.longdouble)
    return np.asarray(0.25 * (1 - np.tanh(z / 2) ** 2)).astype(np.float64)


def state_jacobian(W, h, t, k):
    h = h.astype(np.longdouble)
    J = np.eye(len(W), dtype=np.longdouble)
    for s in range(k + 1, t + 1):
        J = np.dot((h[s] * (1 - h[s]))[:, None] * W, J)
    return J.astype(np.float64)


def loss_gradient(W, h, dL_dh):
    h, W = h.astype(np.longdouble), W.astype(np.longdouble)
    dW, later = np.zeros_like(W), np.zeros(len(W), dtype=np.longdouble)
    for t in range(len(h) - 1, 0, -1):
        delta = h[t] * (1 - h[t]) * (dL_dh[t] + later)
        dW, later = dW + np.outer(delta, h[t - 1]), np.dot(delta, W)
    return dW.astype(np.float64)
