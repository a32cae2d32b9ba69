"""The caller's eigenvalues are replaced by their powers."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    eigenvalues **= n
    return Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
