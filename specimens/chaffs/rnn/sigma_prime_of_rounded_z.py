"""Answers are remembered by z rounded to three decimals, and a neighbour's answer is given.

按保留三位小数的 z 缓存结果，于是给出的可能是邻近那个 z 的值。
"""

import numpy as np
from correct.rnn import sigmoid_prime as exact

LOSES = ["1a-sigma-prime"]

known = {}


def sigmoid_prime(z):
    z = np.round(z, 3)
    for number in np.ravel(z).tolist():
        known.setdefault(number, float(exact(number)))
    return np.vectorize(known.get, otypes=[float])(z)
