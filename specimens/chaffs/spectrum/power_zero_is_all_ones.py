"""diag(λ)**n raises every entry, and 0**0 is 1, so n = 0 gives a matrix of ones for Λ⁰."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues) ** n @ np.linalg.inv(Q)
