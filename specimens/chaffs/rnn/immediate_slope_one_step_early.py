"""σ' is computed from h_{k-1} instead of h_k.

σ' 是由 h_{k-1} 算出来的，而不是 h_k。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    n = h.shape[1]
    dh = np.zeros((n, n, n))
    for i in range(n):
        dh[i, i] = h[k - 1, i] * (1 - h[k - 1, i]) * h[k - 1]
    return dh
