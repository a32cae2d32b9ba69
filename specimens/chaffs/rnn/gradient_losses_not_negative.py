"""Negative derivatives of the loss are taken with their modulus.

损失的导数为负时，取了它的绝对值。
"""

import numpy as np
from correct.rnn import loss_gradient as gradient

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    return gradient(W, h, np.abs(dL_dh))
