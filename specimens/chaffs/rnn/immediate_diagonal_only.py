"""Only W[i, i] is taken to move unit i; the other weights of row i do as well.

只考虑了 W[i, i] 对单元 i 的影响，第 i 行的其他权重也有影响。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    n = h.shape[1]
    dh = np.zeros((n, n, n))
    for i in range(n):
        dh[i, i, i] = h[k, i] * (1 - h[k, i]) * h[k - 1, i]
    return dh
