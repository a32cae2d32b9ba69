"""The loss derivative is multiplied from the wrong side of ∂h_t/∂h_k.

损失的导数从 ∂h_t/∂h_k 的另一侧乘了上去。
"""

import numpy as np
from correct.rnn import immediate_jacobian, state_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    return np.tensordot(state_jacobian(W, h, t, k) @ dL_dh[t], immediate_jacobian(h, k), axes=1)
