"""The axes stand in the order [i, j, a]: the unit of h_k comes last instead of first.

下标的顺序是 [i, j, a]：h_k 的单元排在了最后，而不是最前。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    n = h.shape[1]
    return np.einsum("ai,i,j->ija", np.eye(n), h[k] * (1 - h[k]), h[k - 1])
