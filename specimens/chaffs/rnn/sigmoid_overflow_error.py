"""math.exp(-z) raises OverflowError for a very negative z.

z 是绝对值很大的负数时，math.exp(-z) 会抛出 OverflowError。
"""

import math

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return np.vectorize(lambda number: 1 / (1 + math.exp(-number)), otypes=[float])(z)
