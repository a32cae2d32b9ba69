"""The gradient is added up in float32, which keeps only seven digits.

梯度是用 float32 累加的，只有七位有效数字。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape, dtype=np.float32)
    for t in range(1, len(h)):
        for k in range(1, t + 1):
            dW += gradient_term(W, h, dL_dh, t, k).astype(np.float32)
    return dW
