"""The backward pass runs forwards in time: its loop is not reversed.

反向传播是顺着时间算的：循环没有倒过来。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(1, len(h)):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
