"""Going back in time, σ' is multiplied after Wᵀ instead of before it.

往回传时先乘了 Wᵀ 再乘 σ'，顺序反了。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        q = h[t] * (1 - h[t])
        delta = dL_dh[t] + later
        dW += np.outer(delta * q, h[t - 1])
        later = q * (W.T @ delta)
    return dW
