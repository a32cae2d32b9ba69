"""The error from c_{t+1} is multiplied by tanh'(c_t) too, not only the one from h_t.

从 c_{t+1} 传回的误差也乘了 tanh'(c_t)，其实只有来自 h_t 的误差才该乘。
"""

import numpy as np
from correct.lstm import gates, step

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
        dc = (dh * o + dc_next) * (1 - tanh_c**2)
        df = dc * c[t - 1] * f * (1 - f)
        di = dc * c_tilde * i * (1 - i)
        do = dh * tanh_c * o * (1 - o)
        dc_tilde = dc * i * (1 - c_tilde**2)
        dz = np.array([df, di, do, dc_tilde])
        dW += dz[:, :, None] * np.concatenate([h[t - 1], x[t - 1]])
        db += dz
        dh_next = sum(W[g, :, :H].T @ dz[g] for g in range(4))
        dc_next = dc * f
    return dW, db
