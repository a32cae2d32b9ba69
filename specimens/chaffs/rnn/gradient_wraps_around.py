"""The loop reaches t = 0, where h[t - 1] silently means h[-1], the last state.

循环走到了 t = 0，那里的 h[t - 1] 悄悄变成了 h[-1]，即最后一个状态。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, -1, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
