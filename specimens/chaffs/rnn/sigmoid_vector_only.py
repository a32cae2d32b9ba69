"""A single number comes back as an array of shape (1,) instead of ().

z 是单个数时，返回的数组形状是 (1,)，而不是 ()。
"""

import numpy as np
from correct.rnn import sigmoid as sigmoid_of_an_array

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return sigmoid_of_an_array(np.atleast_1d(z))
