"""The product of the forget gates is the exponential of a sum; log 0 warns and is right.

遗忘门的乘积写成对数之和的指数；log 0 会有警告，但结果正确。
"""

import numpy as np


def cell_jacobian(f, t, k):
    return np.diag(np.exp(np.sum(np.log(f[k + 1 : t + 1]), axis=0)))


def always_nonnegative():
    return tuple(name for name, (low, _) in ranges().items() if low >= 0)


def ranges():
    everything = np.array([-np.inf, np.inf])
    sigmoid_range, tanh_range = np.array([0, 1]), np.array([-1, 1])
    names = ("f", "i", "o", "c_tilde", "c", "h")
    values = (sigmoid_range, sigmoid_range, sigmoid_range, tanh_range, everything, tanh_range)
    return dict(zip(names, values, strict=True))
