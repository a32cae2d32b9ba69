"""The loss of the last step is not multiplied by σ', as if that unit were linear.

最后一步的损失没有乘 σ'，好像那里的单元是线性的。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    T = len(h) - 1
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(T, 0, -1):
        delta = dL_dh[t] + later
        if t < T:
            delta = delta * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
