"""The product starts at k instead of k + 1 and so has one factor too many.

乘积从 k 而不是 k + 1 开始，多了一个因子。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k, t + 1):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J
