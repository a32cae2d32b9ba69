"""The latest factor stands on the left, but the others come in reversed order.

最后一步的因子放在了最左边，其余各因子的顺序却是反的。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    if t == k:
        return np.eye(len(W))
    J = np.diag(h[t] * (1 - h[t])) @ W
    for s in range(k + 1, t):
        J = J @ np.diag(h[s] * (1 - h[s])) @ W
    return J
