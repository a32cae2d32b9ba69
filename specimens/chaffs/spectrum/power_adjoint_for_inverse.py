"""The conjugate transpose of Q stands for Q⁻¹, which is right only for a unitary Q."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues**n) @ Q.conj().T
