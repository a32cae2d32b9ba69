"""Backpropagation is cut off: what lies more than {LAG} back in time is left out.

反向传播被截断：往回超过 {LAG} 步的部分都没有算。
"""

import numpy as np
from correct.rnn import loss_gradient as whole_gradient

FAMILY = {"LAG": [1, 2, 3, 4, 5, 7, 10, 20]}
LAG = 1
LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    if len(h) <= LAG + 2:
        return whole_gradient(W, h, dL_dh)
    slope = h * (1 - h)
    dW = np.zeros(W.shape)
    for t in range(1, len(h)):
        dh = dL_dh[t]
        for k in range(t, max(t - LAG, 1) - 1, -1):
            dW += np.outer(slope[k] * dh, h[k - 1])
            dh = (slope[k] * dh) @ W
    return dW
