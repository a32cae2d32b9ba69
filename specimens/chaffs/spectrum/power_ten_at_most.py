"""Mⁿ for n > 10 is given as M¹⁰.

n > 10 时给出的 Mⁿ 都是 M¹⁰。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues ** min(n, 10)) @ np.linalg.inv(Q)
