"""Row t - 1 of dL_dh is read for step t, but its rows start at t = 0.

第 t 步读的是 dL_dh 的第 t - 1 行，而它的行是从 t = 0 开始的。
"""

import numpy as np
from correct.rnn import immediate_jacobian, state_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    row = dL_dh[t - 1] @ state_jacobian(W, h, t, k)
    return np.tensordot(row, immediate_jacobian(h, k), axes=1)
