"""Axes of length 1 are squeezed away, so that the shape is wrong for n = 1 or d = 1.

长度为 1 的轴被 squeeze 掉了，n = 1 或 d = 1 时形状就不对。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return np.squeeze(sigmoid_prime(W @ x)[:, None] * W)
