"""The inverse is not divided by the determinant, which is right only if det Q = 1.

求逆时没有除以行列式，只有 det Q = 1 时才对。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    adjugate = np.linalg.det(Q) * np.linalg.inv(Q)
    return Q @ np.diag(eigenvalues**n) @ adjugate
