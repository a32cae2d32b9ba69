"""Sylvester's formula divides by λ_i - λ_j, which is zero where an eigenvalue is repeated.

西尔维斯特公式要除以 λ_i - λ_j，有重特征值时它等于零。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    d = len(Q)
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    M_n = np.zeros((d, d), dtype=complex)
    for i in range(d):
        factor = np.eye(d, dtype=complex)
        for j in range(d):
            if j != i:
                step = (M - eigenvalues[j] * np.eye(d)) / (eigenvalues[i] - eigenvalues[j])
                factor = factor @ step
        M_n += eigenvalues[i] ** n * factor
    return M_n
