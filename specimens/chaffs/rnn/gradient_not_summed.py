"""One matrix per time step is given; they are not added up.

每个时间步各给了一个矩阵，没有加起来。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = []
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW.append(np.outer(delta, h[t - 1]))
        later = W.T @ delta
    return np.array(dW)
