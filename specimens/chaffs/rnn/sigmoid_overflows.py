"""The sigmoid is written as eᶻ/(1 + eᶻ), which is infinity over infinity for a large z.

sigmoid 写成了 eᶻ/(1 + eᶻ)，z 很大时成了无穷大除以无穷大。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
