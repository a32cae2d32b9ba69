"""The gradient is clipped to [-5, 5], which helps training and is no longer the derivative.

梯度被截断到 [-5, 5]，训练时有用，却不再是导数了。
"""

import numpy as np
from correct.rnn import loss_gradient as exact

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    return np.clip(exact(W, h, dL_dh), -5, 5)
