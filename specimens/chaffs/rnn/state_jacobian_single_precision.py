"""The product is formed in float32, which keeps only seven digits.

乘积是用 float32 算的，只有七位有效数字。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W), dtype=np.float32)
    for s in range(k + 1, t + 1):
        J = (np.diag(h[s] * (1 - h[s])) @ W).astype(np.float32) @ J
    return J
