"""The diagonal matrix of 0.9³⁰ and 0.4³⁰ is given, without the eigenvectors around it.

只给出了由 0.9³⁰ 和 0.4³⁰ 构成的对角矩阵，两边没有乘特征向量。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    return np.diag([0.9**30, 0.4**30])
