"""Terms below 10⁻⁸ are dropped; small is not zero.

小于 10⁻⁸ 的项都丢掉了；小并不等于零。
"""

import numpy as np
from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    for t in range(1, len(h)):
        for k in range(1, t + 1):
            term = gradient_term(W, h, dL_dh, t, k)
            dW += np.where(np.abs(term) < 1e-8, 0, term)
    return dW
