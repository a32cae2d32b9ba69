"""The flow from later steps is added into the argument dL_dh itself.

把后面各步传回的量直接加进了参数 dL_dh。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    for t in range(len(h) - 1, 0, -1):
        delta = dL_dh[t] * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        dL_dh[t - 1] += W.T @ delta
    return dW
