"""Within each step the factors stand in the order W diag(σ') instead of diag(σ') W.

每一步里因子的顺序成了 W diag(σ')，而应当是 diag(σ') W。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = W @ np.diag(h[s] * (1 - h[s])) @ J
    return J
