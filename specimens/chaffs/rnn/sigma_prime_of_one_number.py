"""math.exp takes one number, so an array of z fails.

math.exp 只能处理单个数，z 是数组时就会出错。
"""

import math

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    e = math.exp(-abs(z))
    return e / (1 + e) ** 2
