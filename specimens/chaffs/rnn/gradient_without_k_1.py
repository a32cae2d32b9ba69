"""The sum over k starts at 2, as if h_0 being constant made the first term zero.

对 k 的求和从 2 开始，好像 h_0 是常量就使第一项为零。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    for t in range(1, len(h)):
        for k in range(2, t + 1):
            dW += gradient_term(W, h, dL_dh, t, k)
    return dW
