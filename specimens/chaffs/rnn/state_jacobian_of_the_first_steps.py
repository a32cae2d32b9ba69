"""Only the number t - k counts: the factors are those of steps 1 to t - k.

只用到了 t - k 这个数：取的是第 1 步到第 t - k 步的因子。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(1, t - k + 1):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J
