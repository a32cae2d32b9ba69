"""The product is cut off after three factors, as in truncated backpropagation.

乘积最多只取三个因子，像截断的反向传播那样。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(max(k + 1, t - 2), t + 1):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J
