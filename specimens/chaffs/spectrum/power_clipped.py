"""Eigenvalues are clipped to modulus 1, so that no power can grow.

特征值的模被截断到 1，幂就不会增长了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    clipped = eigenvalues / np.maximum(np.abs(eigenvalues), 1)
    return Q @ np.diag(clipped**n) @ np.linalg.inv(Q)
