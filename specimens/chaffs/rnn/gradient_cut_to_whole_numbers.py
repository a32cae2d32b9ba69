"""The result is made after the pattern of an argument; whole numbers cut its decimals off.

结果仿照参数建成，参数是整数时小数就被截掉了。
"""

import numpy as np

LOSES = ["1b-gradient"]
AS_GIVEN = True


def loss_gradient(W, h, dL_dh):
    W, h, dL_dh = map(np.asarray, (W, h, dL_dh))
    dW, dh = np.zeros_like(W), np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        dz = h[t] * (1 - h[t]) * (dL_dh[t] + dh)
        dW = dW + np.outer(dz, h[t - 1]).astype(dW.dtype)
        dh = W.T @ dz
    return dW
