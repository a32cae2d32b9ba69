"""The loop starts from M, so that n = 0 gives M instead of the identity."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    M_n = M
    for _ in range(n - 1):
        M_n = M_n @ M
    return M_n
