"""The gradient goes back four steps at most, as in truncated backpropagation.

梯度最多往回走四步，像截断的反向传播那样。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    for t in range(1, len(h)):
        for k in range(max(1, t - 4), t + 1):
            dW += gradient_term(W, h, dL_dh, t, k)
    return dW
