"""λⁿ scales the rows of Q instead of its columns, the eigenvectors."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return (eigenvalues**n)[:, None] * Q @ np.linalg.inv(Q)
