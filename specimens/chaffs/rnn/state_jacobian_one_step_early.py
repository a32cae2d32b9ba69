"""σ' of step s is computed from h_{s-1} instead of h_s.

第 s 步的 σ' 是由 h_{s-1} 算出来的，而应当用 h_s。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.diag(h[s - 1] * (1 - h[s - 1])) @ W @ J
    return J
