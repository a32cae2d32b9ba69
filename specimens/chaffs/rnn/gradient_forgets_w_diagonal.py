"""A unit's effect on itself is left out on the way back: the diagonal of W is not used.

往回传时漏了单元对自身的影响：没有用 W 的对角线。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    between = W - np.diag(np.diag(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later = between.T @ delta
    return dW
