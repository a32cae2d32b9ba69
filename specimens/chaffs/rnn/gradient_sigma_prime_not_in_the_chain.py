"""From step to step only Wᵀ is multiplied; σ' is missing on the way back.

往回传时每一步只乘了 Wᵀ，漏了 σ'。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    delta = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = dL_dh[t] + W.T @ delta
        dW += np.outer(delta * h[t] * (1 - h[t]), h[t - 1])
    return dW
