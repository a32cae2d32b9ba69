"""Q and Q⁻¹ have changed places: Q⁻¹ Λⁿ Q."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.linalg.inv(Q) @ np.diag(eigenvalues**n) @ Q
