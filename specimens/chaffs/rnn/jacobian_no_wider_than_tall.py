"""The loops fill a square block only: columns j ≥ n stay zero where d > n.

循环只填满了一个方块：d > n 时，j ≥ n 的各列都是零。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    n, d = W.shape
    q = sigmoid_prime(W @ x)
    J = np.zeros((n, d))
    for i in range(n):
        for j in range(min(n, d)):
            J[i, j] = q[i] * W[i, j]
    return J
