"""z is recovered as log(h/(1 - h)), which is infinite where the unit is saturated.

由 log(h/(1 - h)) 反求 z，单元饱和时它是无穷大。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        e = np.exp(-np.log(h[s] / (1 - h[s])))
        J = (e / (1 + e) ** 2)[:, None] * W @ J
    return J
