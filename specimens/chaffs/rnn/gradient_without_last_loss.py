"""The loop over t ends one step early, so the loss of the last step is missing.

对 t 的循环少走了一步，漏了最后一步的损失。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    T = len(h) - 1
    dW = np.zeros(W.shape)
    for t in range(1, T):
        for k in range(1, t + 1):
            dW += gradient_term(W, h, dL_dh, t, k)
    return dW
