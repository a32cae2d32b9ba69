"""The product stops at t - 1 instead of t and so has one factor too few.

乘积到 t - 1 就停了，没有乘到 t，少了一个因子。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J
