"""M⁰ is taken for the zero matrix; it is the identity.

把 M⁰ 当成了零矩阵，它应当是单位矩阵。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    if n == 0:
        return np.zeros(Q.shape)
    return Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q)
