"""1 - tanh² is the derivative of tanh, not of the sigmoid.

1 - tanh² 是 tanh 的导数，不是 sigmoid 的导数。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    return 1 - np.tanh(z) ** 2
