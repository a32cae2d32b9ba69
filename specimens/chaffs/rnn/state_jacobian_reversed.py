"""The factors of the product stand in reversed order, the earliest one on the left.

各因子的顺序反了，最早的一步排在了最左边。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = J @ np.diag(h[s] * (1 - h[s])) @ W
    return J
