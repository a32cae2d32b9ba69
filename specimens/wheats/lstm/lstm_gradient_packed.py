"""The four gates are packed into one matrix (4H, H+D), and time is summed by one product.

四个门合并成一个 (4H, H+D) 的矩阵，对时间的求和用一次矩阵乘法完成。
"""

import numpy as np


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    (T, _), H = x.shape, len(h_0)
    packed, bias = W.reshape(4 * H, -1), b.ravel()
    h, c, g = np.zeros((T + 1, H)), np.zeros((T + 1, H)), np.zeros((T, 4, H))
    h[0], c[0] = h_0, c_0
    for t in range(T):
        z = (packed[:, :H] @ h[t] + packed[:, H:] @ x[t] + bias).reshape(4, H)
        g[t, :3], g[t, 3] = 0.5 * (1 + np.tanh(z[:3] / 2)), np.tanh(z[3])
        c[t + 1] = g[t, 0] * c[t] + g[t, 1] * g[t, 3]
        h[t + 1] = g[t, 2] * np.tanh(c[t + 1])
    delta, dh, dc = np.zeros((T, 4 * H)), np.zeros(H), np.zeros(H)
    for t in reversed(range(T)):
        f, i, o, c_tilde = g[t]
        dh = dh + dL_dh[t + 1]
        dc = dc + dh * o * (1 - np.tanh(c[t + 1]) ** 2)
        parts = dc * c[t], dc * c_tilde, dh * np.tanh(c[t + 1]), dc * i
        slopes = f * (1 - f), i * (1 - i), o * (1 - o), 1 - c_tilde**2
        delta[t] = np.concatenate([p * s for p, s in zip(parts, slopes, strict=True)])
        dh, dc = packed[:, :H].T @ delta[t], dc * f
    dW = delta.T @ np.hstack([h[:-1], x])
    return dW.reshape(W.shape), delta.sum(axis=0).reshape(4, H)
