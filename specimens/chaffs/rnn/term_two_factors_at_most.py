"""The chain is cut off after two factors, so terms with t - k of 3 and more are wrong.

链最多只取两个因子，t - k 为 3 或更大的项就错了。
"""

import numpy as np
from correct.rnn import immediate_jacobian, state_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    row = dL_dh[t] @ state_jacobian(W, h, t, max(k, t - 2))
    return np.tensordot(row, immediate_jacobian(h, k), axes=1)
