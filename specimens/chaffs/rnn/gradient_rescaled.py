"""The gradient is scaled down when its norm exceeds {NORM}; that is no longer the derivative.

梯度的范数超过 {NORM} 时就被缩小，这样就不再是导数了。
"""

import numpy as np
from correct.rnn import loss_gradient as gradient

FAMILY = {"NORM": [1, 5, 10]}
NORM = 1
LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = gradient(W, h, dL_dh)
    return dW / max(np.linalg.norm(dW) / NORM, 1)
