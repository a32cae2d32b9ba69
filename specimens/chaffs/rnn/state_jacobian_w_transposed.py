"""Each factor is diag(σ') Wᵀ instead of diag(σ') W.

每个因子都写成了 diag(σ') Wᵀ，而不是 diag(σ') W。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.diag(h[s] * (1 - h[s])) @ W.T @ J
    return J
