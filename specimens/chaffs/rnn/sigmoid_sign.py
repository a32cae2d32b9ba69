"""The minus sign in the exponent is missing: 1/(1 + eᶻ) is σ(-z).

指数里漏了负号：1/(1 + eᶻ) 是 σ(-z)。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) < 0, 1, e) / (1 + e)
