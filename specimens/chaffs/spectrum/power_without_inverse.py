"""The factor Q⁻¹ is forgotten: Q Λⁿ is not a power of M."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues**n)
