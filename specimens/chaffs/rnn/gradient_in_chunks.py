"""Backpropagation starts anew every {LENGTH} steps, and hands nothing on to the steps before.

反向传播每 {LENGTH} 步就重新开始，不再往更早的步传。
"""

import numpy as np

FAMILY = {"LENGTH": [5, 10]}
LENGTH = 5
LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW, dh = np.zeros(W.shape), np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        dz = h[t] * (1 - h[t]) * (dL_dh[t] + dh)
        dW += np.outer(dz, h[t - 1])
        dh = W.T @ dz if (t - 1) % LENGTH else np.zeros(len(W))
    return dW
