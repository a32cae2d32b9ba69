"""The derivative of the last loss is used at every step.

每一步用的都是最后一个损失的导数。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[-1] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
