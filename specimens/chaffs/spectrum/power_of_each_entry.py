"""Each entry of M is raised to the power n, instead of the matrix."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    return M**n
