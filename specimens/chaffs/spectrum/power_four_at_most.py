"""Mⁿ for n > 4 is given as M⁴.

n > 4 时给出的 Mⁿ 都是 M⁴。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues ** min(n, 4)) @ np.linalg.inv(Q)
