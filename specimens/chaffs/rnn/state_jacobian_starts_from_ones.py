"""The product starts from a matrix of ones instead of the identity.

乘积的初值是全 1 矩阵，而不是单位矩阵。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.ones((len(W), len(W)))
    for s in range(k + 1, t + 1):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J
