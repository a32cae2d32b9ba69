"""∂h_t/∂h_t is taken for 0, where it is the identity.

把 ∂h_t/∂h_t 当成了 0，它应当是单位矩阵。
"""

import numpy as np
from correct.rnn import state_jacobian as product_of_jacobians

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    if t == k:
        return np.zeros(W.shape)
    return product_of_jacobians(W, h, t, k)
