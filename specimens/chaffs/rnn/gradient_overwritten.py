"""dW is overwritten at every step (= instead of +=), so only the last contribution is left.

每一步都覆盖了 dW（写成 = 而不是 +=），只剩下最后一次的贡献。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW = np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
