"""Just the longest way back, the term (T, 1), is missing.

只缺了往回走得最远的那一项 (T, 1)。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    T = len(h) - 1
    dW = np.zeros(W.shape)
    for t in range(1, T + 1):
        for k in range(1, t + 1):
            if t - k < T - 1 or T == 1:
                dW += gradient_term(W, h, dL_dh, t, k)
    return dW
