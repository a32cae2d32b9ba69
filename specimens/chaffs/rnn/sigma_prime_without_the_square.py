"""The square of the denominator 1 + e⁻ᶻ is missing.

漏了分母 1 + e⁻ᶻ 的平方。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e)
