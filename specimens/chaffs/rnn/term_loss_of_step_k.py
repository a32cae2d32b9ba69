"""The term (t, k) begins with ∂L_k/∂h_k instead of ∂L_t/∂h_t.

第 (t, k) 项以 ∂L_k/∂h_k 开头，而应当是 ∂L_t/∂h_t。
"""

import numpy as np
from correct.rnn import immediate_jacobian, state_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    return np.tensordot(dL_dh[k] @ state_jacobian(W, h, t, k), immediate_jacobian(h, k), axes=1)
