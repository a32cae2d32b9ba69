"""The moduli abs(λ) are raised to the power, so signs and rotations are lost."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(np.abs(eigenvalues) ** n) @ np.linalg.inv(Q)
