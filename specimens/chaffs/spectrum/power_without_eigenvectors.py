"""Λⁿ alone is given, as if M were diagonal."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.diag(eigenvalues**n)
