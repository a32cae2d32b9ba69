"""Only the diagonal of W is used, as if each unit fed back to itself alone.

只用了 W 的对角线，好像每个单元只反馈给自己。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.diag(h[s] * (1 - h[s]) * np.diag(W)) @ J
    return J
