"""The caller's eigenvalues are replaced by their powers.

调用者的特征值被换成了它们的幂。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    eigenvalues **= n
    return Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
