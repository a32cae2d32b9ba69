"""One sign is lost: the entries off the diagonal hold 0.9³⁰ - 0.4³⁰, not the sum.

有一个符号丢了：非对角元素里是 0.9³⁰ - 0.4³⁰，不是两者之和。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    a, b = 0.9**30, 0.4**30
    return np.array([[0.36 * a + 0.64 * b, 0.48 * (a + b)], [0.48 * (a + b), 0.64 * a + 0.36 * b]])
