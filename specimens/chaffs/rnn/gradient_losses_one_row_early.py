"""Row t - 1 of dL_dh is read for step t, but its rows start at t = 0.

第 t 步读的是 dL_dh 的第 t - 1 行，而它的行是从 t = 0 开始的。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t - 1] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
