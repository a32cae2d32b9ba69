"""The powers are stored in an array of integers, which cuts off their decimals.

各次幂存进了整数数组，小数部分被截掉了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    diagonal = np.zeros(Q.shape, dtype=int)
    for j, eigenvalue in enumerate(eigenvalues):
        diagonal[j, j] = (eigenvalue**n).real
    return Q @ diagonal @ np.linalg.inv(Q)
