"""Only the terms k = t are added: the gradient does not go back in time at all.

只加了 k = t 的项：梯度完全没有沿时间往回走。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    for t in range(1, len(h)):
        dW += gradient_term(W, h, dL_dh, t, t)
    return dW
