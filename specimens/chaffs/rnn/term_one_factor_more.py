"""The chain goes back to h_{k-1}, one factor too many; it should end at h_k.

链多走了一个因子，到了 h_{k-1}；它应当止于 h_k。
"""

import numpy as np
from correct.rnn import immediate_jacobian, state_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    row = dL_dh[t] @ state_jacobian(W, h, t, k - 1)
    return np.tensordot(row, immediate_jacobian(h, k), axes=1)
