"""The backward pass also counts the loss at t = 0, but h_0 does not depend on W.

反向传播把 t = 0 处的损失也算了进去，而 h_0 与 W 无关。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, -1, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[max(t - 1, 0)])
        later = W.T @ delta
    return dW
