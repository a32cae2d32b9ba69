"""Backpropagation is cut off: what lies more than {LAG} back in time is left out.

反向传播被截断：往回超过 {LAG} 步的部分都没有算。
"""

import numpy as np
from correct.lstm import gates, step

FAMILY = {"LAG": [1, 3, 7, 20]}
LAG = 1
LOSES = ["3d-lstm-gradient"]


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    h, c = [h_0], [c_0]
    for x_t in x:
        h_t, c_t = step(W, b, h[-1], c[-1], x_t)
        h.append(h_t)
        c.append(c_t)
    H, back = len(h_0), W[:, :, : len(h_0)]
    every_gate = [None] + [gates(W, b, h[t], x[t]) for t in range(len(x))]
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for t in range(1, len(x) + 1):
        dh, dc = dL_dh[t], np.zeros(H)
        for k in range(t, max(t - LAG, 1) - 1, -1):
            f, i, o, c_tilde = every_gate[k]
            tanh_c = np.tanh(c[k])
            dc = dc + dh * o * (1 - tanh_c**2)
            into = np.array([dc * c[k - 1], dc * c_tilde, dh * tanh_c, dc * i])
            dz = into * [f * (1 - f), i * (1 - i), o * (1 - o), 1 - c_tilde**2]
            dW += dz[:, :, None] * np.concatenate([h[k - 1], x[k - 1]])
            db += dz
            dh, dc = np.einsum("ga,gaj->j", dz, back), dc * f
    return dW, db
