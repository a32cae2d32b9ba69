"""σ' is applied to the state h; h is σ(z) already, so σ'(z) is h(1 - h).

对状态 h 又用了一次 σ'；h 已经是 σ(z)，所以 σ'(z) 就是 h(1 - h)。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * sigmoid_prime(h[t])
        dW += np.outer(delta, h[t - 1])
        later = W.T @ delta
    return dW
