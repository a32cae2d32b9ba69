"""M is rebuilt and given to eigh, which is meant for symmetric matrices.

把重新算出的 M 交给了 eigh，而 eigh 只用于对称矩阵。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    eigenvalues, Q = np.linalg.eigh(M)
    return Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q)
