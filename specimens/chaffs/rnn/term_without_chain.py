"""The loss of step t is taken to act on h_k directly; the factor ∂h_t/∂h_k is missing.

认为第 t 步的损失直接作用于 h_k，漏了因子 ∂h_t/∂h_k。
"""

import numpy as np
from correct.rnn import immediate_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    return np.tensordot(dL_dh[t], immediate_jacobian(h, k), axes=1)
