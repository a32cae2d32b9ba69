"""σ' of step t is computed from h_{t-1} instead of h_t.

第 t 步的 σ' 是由 h_{t-1} 算出来的，而不是 h_t。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * h[t - 1] * (1 - h[t - 1])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
