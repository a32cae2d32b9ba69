"""The array made from integer zeros stays an integer array and cuts off all the decimals.

用整数零建的数组始终是整数数组，小数部分全被截掉了。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    n, d = W.shape
    q = sigmoid_prime(W @ x)
    J = np.array([[0] * d] * n)
    for i in range(n):
        J[i] = q[i] * W[i]
    return J
