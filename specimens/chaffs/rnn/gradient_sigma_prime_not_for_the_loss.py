"""The direct effect of the loss is not multiplied by σ', only the flow from later steps is.

损失的直接作用没有乘 σ'，只有后面各步传回的量乘了。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = dL_dh[t] + later * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
