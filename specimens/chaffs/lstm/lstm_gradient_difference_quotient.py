"""Central differences of the loss, right to about nine digits.

用中心差分近似损失的导数，大约只有九位数字正确。
"""

import numpy as np
from correct.lstm import step

LOSES = ["3d-lstm-gradient"]


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    def loss():
        L, h, c = 0.0, h_0, c_0
        for x_t, dL_t_dh_t in zip(x, dL_dh[1:], strict=True):
            h, c = step(weights[0], weights[1], h, c, x_t)
            L += dL_t_dh_t @ h
        return L

    weights = np.array(W, dtype=float), np.array(b, dtype=float)
    gradients = np.zeros(W.shape), np.zeros(b.shape)
    for array, gradient in zip(weights, gradients, strict=True):
        for place in np.ndindex(array.shape):
            there = array[place]
            array[place] = there + 1e-6
            above = loss()
            array[place] = there - 1e-6
            gradient[place] = (above - loss()) / 2e-6
            array[place] = there
    return gradients
