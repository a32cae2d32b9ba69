"""No inverse is formed: the power solves Mⁿ Q = Q Λⁿ.

不求逆矩阵，而是解方程 Mⁿ Q = Q Λⁿ。
"""

import numpy as np


def power(Q, eigenvalues, n):
    return np.linalg.solve(Q.T, (Q * eigenvalues**n).T).T


def w_to_the_30th():
    Q = np.array([[3.0, 4.0], [4.0, -3.0]])
    return np.linalg.solve(Q.T, (Q * np.array([0.9, 0.4]) ** 30).T).T


def limit_of_powers(eigenvalues):
    spectral_radius = np.max(np.abs(eigenvalues))
    if np.isclose(spectral_radius, 1):
        return "bounded"
    return "vanishes" if spectral_radius < 1 else "explodes"
