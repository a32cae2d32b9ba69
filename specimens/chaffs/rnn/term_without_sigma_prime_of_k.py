"""The last factor is h_{k-1} alone; its σ'(z_k) is missing.

最后一个因子只有 h_{k-1}，漏了 σ'(z_k)。
"""

import numpy as np
from correct.rnn import state_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    return np.outer(dL_dh[t] @ state_jacobian(W, h, t, k), h[k - 1])
