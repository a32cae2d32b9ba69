"""Exercises 2b and 2c: powers of a matrix, and what becomes of them."""

import numpy as np


def power(Q, eigenvalues, n):
    """Mⁿ = Q Λⁿ Q⁻¹."""
    Q, eigenvalues = np.asarray(Q), np.asarray(eigenvalues)
    return Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q)


def w_to_the_30th():
    """W³⁰ for W = [[0.58, 0.24], [0.24, 0.72]], from its eigenvalues 0.9 and 0.4."""
    return np.array([[0.6 * 0.9**30, 0.8 * 0.4**30], [0.8 * 0.9**30, 0.6 * 0.4**30]])


def limit_of_powers(eigenvalues):
    """The largest abs(λ) decides what Mⁿ does as n grows."""
    spectral_radius = np.max(np.abs(eigenvalues))
    if np.isclose(spectral_radius, 1):
        return "bounded"
    return "explodes" if spectral_radius > 1 else "vanishes"
