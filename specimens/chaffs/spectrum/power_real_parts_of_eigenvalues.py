"""The imaginary parts of the eigenvalues are discarded before the power is taken.

取幂之前就丢掉了特征值的虚部。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M_n = Q @ np.diag(eigenvalues.real**n) @ np.linalg.inv(Q)
    return M_n.real
