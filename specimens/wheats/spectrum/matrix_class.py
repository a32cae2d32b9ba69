"""np.matrix, whose product is the matrix product and whose .I is the inverse.

用 np.matrix：乘法就是矩阵乘法，.I 就是逆矩阵。
"""

import numpy as np


def power(Q, eigenvalues, n):
    Q = np.matrix(Q)
    return Q * np.matrix(np.diag(eigenvalues**n)) * Q.I


def w_to_the_30th():
    return np.matrix([[0.58, 0.24], [0.24, 0.72]]) ** 30
