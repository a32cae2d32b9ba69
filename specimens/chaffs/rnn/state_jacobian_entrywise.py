"""The Jacobians are multiplied entry by entry instead of as matrices.

雅可比矩阵之间用了逐元素乘法，而应当用矩阵乘法。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    if t == k:
        return np.eye(len(W))
    J = np.ones(W.shape)
    for s in range(k + 1, t + 1):
        J = J * (np.diag(h[s] * (1 - h[s])) @ W)
    return J
