"""The total derivative of h_k stands where the immediate one belongs, so terms count twice.

该用 h_k 的直接偏导数，却用了全导数，许多项重复计入。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    for t in range(1, len(h)):
        for k in range(1, t + 1):
            for s in range(1, k + 1):
                dW += gradient_term(W, h, dL_dh, t, s)
    return dW
