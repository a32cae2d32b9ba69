"""The immediate partial derivative holds h_k, where the state before, h_{k-1}, belongs.

直接偏导数里用了 h_k，而应当用前一个状态 h_{k-1}。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    n = h.shape[1]
    dh = np.zeros((n, n, n))
    for i in range(n):
        dh[i, i] = h[k, i] * (1 - h[k, i]) * h[k]
    return dh
