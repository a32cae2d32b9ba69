"""The Jacobian from state to state has its rows and columns swapped.

状态之间的雅可比矩阵，行和列写反了。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.diag(h[s] * (1 - h[s])) @ W @ J
    return J.T
