"""A difference quotient with a finite step is an estimate of the derivative, not its value.

有限步长的差商只是导数的近似，并不是导数的值。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x, step=1e-4):
    J = np.zeros(W.shape)
    for j in range(len(x)):
        moved = x.copy()
        moved[j] += step
        J[:, j] = (sigmoid(W @ moved) - sigmoid(W @ x)) / step
    return J
