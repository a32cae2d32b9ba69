"""diag(σ') * W multiplies entry by entry; the matrix product is diag(σ') @ W.

diag(σ') * W 是逐元素相乘，矩阵乘法应写成 diag(σ') @ W。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return np.diag(sigmoid_prime(W @ x)) * W
