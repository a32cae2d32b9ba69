"""The backward pass multiplies by W only; the derivative of the activation is missing.

反向传播只乘了 W，漏了激活函数的导数。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    delta = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = dL_dh[t] + W.T @ delta
        dW += np.outer(delta, h[t - 1])
    return dW
