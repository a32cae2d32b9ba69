"""The imaginary parts of the eigenvalues are discarded before the power is taken."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M_n = Q @ np.diag(eigenvalues.real**n) @ np.linalg.inv(Q)
    return M_n.real
