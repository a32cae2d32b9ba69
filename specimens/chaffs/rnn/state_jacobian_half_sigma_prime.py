"""σ' is taken for 1 - h; the factor h is missing.

把 σ' 写成了 1 - h，漏了因子 h。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.diag(1 - h[s]) @ W @ J
    return J
