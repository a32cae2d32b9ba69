"""The eigenvalues are multiplied by n instead of raised to the power n."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(n * eigenvalues) @ np.linalg.inv(Q)
