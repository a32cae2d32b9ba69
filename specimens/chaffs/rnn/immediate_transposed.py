"""The two indices of W are swapped: W[i, j] carries h_j into unit i, not h_i into unit j.

W 的两个下标写反了：W[i, j] 是把 h_j 传给单元 i，而不是把 h_i 传给单元 j。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    n = h.shape[1]
    dh = np.zeros((n, n, n))
    for i in range(n):
        dh[i, :, i] = h[k, i] * (1 - h[k, i]) * h[k - 1]
    return dh
