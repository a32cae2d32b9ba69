"""Backpropagation starts anew every {LENGTH} steps, and hands nothing on to the steps before.

反向传播每 {LENGTH} 步就重新开始，不再往更早的步传。
"""

import numpy as np
from correct.lstm import gates, step

FAMILY = {"LENGTH": [5]}
LENGTH = 5
LOSES = ["3d-lstm-gradient"]


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    h, c = [h_0], [c_0]
    for x_t in x:
        h_t, c_t = step(W, b, h[-1], c[-1], x_t)
        h.append(h_t)
        c.append(c_t)
    H = len(h_0)
    dW, db, dh_next, dc_next = np.zeros(W.shape), np.zeros(b.shape), np.zeros(H), np.zeros(H)
    for t in range(len(x), 0, -1):
        f, i, o, c_tilde = gates(W, b, h[t - 1], x[t - 1])
        tanh_c = np.tanh(c[t])
        dh = dL_dh[t] + dh_next
        dc = dh * o * (1 - tanh_c**2) + dc_next
        df = dc * c[t - 1] * f * (1 - f)
        di = dc * c_tilde * i * (1 - i)
        do = dh * tanh_c * o * (1 - o)
        dc_tilde = dc * i * (1 - c_tilde**2)
        dz = np.array([df, di, do, dc_tilde])
        dW += dz[:, :, None] * np.concatenate([h[t - 1], x[t - 1]])
        db += dz
        dh_next = sum(W[g, :, :H].T @ dz[g] for g in range(4))
        dc_next = dc * f
        if (t - 1) % LENGTH == 0:
            dh_next, dc_next = np.zeros(H), np.zeros(H)
    return dW, db
