"""σ' is applied to the state h; h is σ(z) already, so σ'(z) is h(1 - h).

对状态 h 又用了一次 σ'；h 已经是 σ(z)，所以 σ'(z) 就是 h(1 - h)。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.diag(sigmoid_prime(h[s])) @ W @ J
    return J
