"""The eigenvectors are normalised and taken for orthogonal, which holds for a symmetric M only."""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    Q = Q / np.linalg.norm(Q, axis=0)
    return Q @ np.diag(eigenvalues**n) @ Q.T
