"""h_0 is taken for zeros, so the immediate partial derivative of h_1 is zero.

把 h_0 当成了零，于是 h_1 的直接偏导数为零。
"""

import numpy as np
from correct.rnn import immediate_jacobian as right_after_k_1

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    if k == 1:
        return np.zeros((h.shape[1],) * 3)
    return right_after_k_1(h, k)
