"""Row i is scaled by σ'(x_i) as far as x reaches, not by σ'((Wx)_i).

第 i 行乘的是 σ'(x_i)（x 不够长时循环使用），而不是 σ'((Wx)_i)。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return np.resize(sigmoid_prime(x), len(W))[:, None] * W
