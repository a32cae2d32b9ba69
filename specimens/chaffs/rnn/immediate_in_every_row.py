"""Every row of W is taken to move every unit, but W[i, j] moves only unit i at once.

认为 W 的每一行都影响每个单元，而 W[i, j] 直接影响的只有单元 i。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    n = h.shape[1]
    q = h[k] * (1 - h[k])
    return np.tile(np.outer(q, h[k - 1]), (n, 1, 1))
