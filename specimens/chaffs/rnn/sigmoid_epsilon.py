"""A small number is added to the denominator of σ, as if it could be zero.

给 σ 的分母加了一个小量，好像它会等于零似的。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return 1 / (1 + np.exp(-z) + 1e-8)
