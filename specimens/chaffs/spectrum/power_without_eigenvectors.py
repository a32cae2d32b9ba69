"""Λⁿ alone is given, as if M were diagonal.

只给出了 Λⁿ，好像 M 是对角矩阵。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.diag(eigenvalues**n)
