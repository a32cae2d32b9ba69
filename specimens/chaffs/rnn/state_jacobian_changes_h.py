"""h(1 - h) is written back into h: the answer is right, but the caller's states are lost.

把 h(1 - h) 写回了 h：结果是对的，调用者的状态却被破坏了。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    h *= 1 - h
    for s in range(k + 1, t + 1):
        J = np.diag(h[s]) @ W @ J
    return J
