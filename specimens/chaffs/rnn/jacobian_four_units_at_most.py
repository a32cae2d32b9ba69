"""The loop over the outputs stops after four, so that the later rows stay zero.

对输出的循环只走了四步，后面的行一直是零。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    q = sigmoid_prime(W @ x)
    J = np.zeros(W.shape)
    for i in range(min(len(W), 4)):
        J[i] = q[i] * W[i]
    return J
