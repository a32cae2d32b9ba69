"""W³⁰ is taken for 0.65³⁰ I, with the mean of the two eigenvalues.

用两个特征值的平均值，把 W³⁰ 写成了 0.65³⁰ I。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    return 0.65**30 * np.eye(2)
