"""The gradient is divided by T, but the loss is a sum over time and not a mean.

梯度除以了 T，而损失是对时间求和，不是求平均。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    T = len(h) - 1
    dW = np.zeros(W.shape)
    for t in range(1, T + 1):
        for k in range(1, t + 1):
            dW += gradient_term(W, h, dL_dh, t, k) / T
    return dW
