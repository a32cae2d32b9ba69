"""t is ignored: the product always runs to the last step T.

没有用到 t：乘积总是一直乘到最后一步 T。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, len(h)):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J
