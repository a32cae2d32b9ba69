"""The outer product holds h_t, where the state before, h_{t-1}, belongs.

外积里用了 h_t，而应当用前一个状态 h_{t-1}。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t])
        later = W.T @ delta
    return dW
