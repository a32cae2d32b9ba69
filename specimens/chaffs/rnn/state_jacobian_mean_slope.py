"""One mean slope is used for all units of a step, but each unit has a σ' of its own.

每一步的所有单元共用一个平均斜率，而每个单元的 σ' 各不相同。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.mean(h[s] * (1 - h[s])) * W @ J
    return J
