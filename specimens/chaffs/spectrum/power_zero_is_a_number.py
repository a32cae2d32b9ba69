"""M⁰ is given as the number 1 instead of the identity matrix.

M⁰ 给的是数 1，而不是单位矩阵。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    if n == 0:
        return 1
    return Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q)
