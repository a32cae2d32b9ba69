"""Backpropagation is cut off: what lies more than {LAG} back in time is left out.

反向传播被截断：往回超过 {LAG} 步的部分都没有算。
"""

import numpy as np
from correct.lstm import loss_gradient as whole_gradient
from correct.lstm import step

FAMILY = {"LAG": [1, 3, 7, 20]}
LAG = 1
LOSES = ["3d-lstm-gradient"]


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    if len(x) <= LAG + 1:
        return whole_gradient(W, b, h_0, c_0, x, dL_dh)
    h, c = [h_0], [c_0]
    for x_t in x:
        h_t, c_t = step(W, b, h[-1], c[-1], x_t)
        h.append(h_t)
        c.append(c_t)
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for t in range(1, len(x) + 1):
        first = max(t - LAG - 1, 0)
        loss = np.zeros((t - first + 1, len(h_0)))
        loss[-1] = dL_dh[t]
        part = whole_gradient(W, b, h[first], c[first], x[first:t], loss)
        dW, db = dW + part[0], db + part[1]
    return dW, db
