"""The outer product has its factors swapped, so the gradient comes out transposed.

外积的两个因子写反了，得到的梯度是转置的。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW += np.outer(h[t - 1], delta)
        later = W.T @ delta
    return dW
