"""k is ignored: the product always starts at the first step.

没有用到 k：乘积总是从第一步开始。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(1, t + 1):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J
