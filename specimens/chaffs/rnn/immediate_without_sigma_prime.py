"""The immediate partial derivative is h_{k-1} alone; the factor σ'(z_k) is missing.

直接偏导数只有 h_{k-1}，漏了因子 σ'(z_k)。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    n = h.shape[1]
    dh = np.zeros((n, n, n))
    for i in range(n):
        dh[i, i] = h[k - 1]
    return dh
