"""Mⁿ is the sum of λⁿ times the projector onto each eigenvector.

Mⁿ 是 λⁿ 乘以到各特征向量的投影之和。
"""

import numpy as np


def power(Q, eigenvalues, n):
    left = np.linalg.inv(Q)
    M_n = np.zeros(Q.shape, dtype=complex)
    for q, eigenvalue, p in zip(Q.T, eigenvalues, left, strict=True):
        M_n += eigenvalue**n * np.outer(q, p)
    return M_n


def w_to_the_30th():
    onto_first = np.array([[0.36, 0.48], [0.48, 0.64]])
    onto_second = np.array([[0.64, -0.48], [-0.48, 0.36]])
    return 0.9**30 * onto_first + 0.4**30 * onto_second


def limit_of_powers(eigenvalues):
    moduli = [abs(eigenvalue) for eigenvalue in eigenvalues]
    if any(modulus > 1 for modulus in moduli):
        return "explodes"
    if all(modulus < 1 for modulus in moduli):
        return "vanishes"
    return "bounded"
