"""The gradient goes back two steps at most: the terms with t - k of 3 and more are missing.

梯度最多往回走两步：缺了 t - k 为 3 或更大的项。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    for t in range(1, len(h)):
        for k in range(max(1, t - 2), t + 1):
            dW += gradient_term(W, h, dL_dh, t, k)
    return dW
