"""Backpropagation starts anew every {LENGTH} steps, and hands nothing on to the steps before.

反向传播每 {LENGTH} 步就重新开始，不再往更早的步传。
"""

import numpy as np
from correct.lstm import loss_gradient as of_a_chunk
from correct.lstm import step

FAMILY = {"LENGTH": [5]}
LENGTH = 5
LOSES = ["3d-lstm-gradient"]


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    h, c = [h_0], [c_0]
    for x_t in x:
        h_t, c_t = step(W, b, h[-1], c[-1], x_t)
        h.append(h_t)
        c.append(c_t)
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for start in range(0, len(x), LENGTH):
        end = start + LENGTH
        chunk = of_a_chunk(W, b, h[start], c[start], x[start:end], dL_dh[start : end + 1])
        dW, db = dW + chunk[0], db + chunk[1]
    return dW, db
