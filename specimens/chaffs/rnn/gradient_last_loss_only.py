"""Only the loss of the last step is differentiated; L_1, ..., L_{T-1} are forgotten.

只对最后一步的损失求导，漏了 L_1, ..., L_{T-1}。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    T = len(h) - 1
    dW = np.zeros(W.shape)
    for k in range(1, T + 1):
        dW += gradient_term(W, h, dL_dh, T, k)
    return dW
