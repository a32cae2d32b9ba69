"""W is taken to be square, with as many rows as x has entries.

把 W 当成了方阵，好像它的行数等于 x 的长度。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    n = len(x)
    q = sigmoid_prime(W @ x)
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            J[i, j] = q[i] * W[i, j]
    return J
