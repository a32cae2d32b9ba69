"""Powers of a diagonalisable matrix M = Q Λ Q⁻¹; n is the exponent here. Exercises 2b and 2c.

The columns of Q (d, d) are eigenvectors; Λ = diag(eigenvalues), eigenvalues (d,) in the same order.

Source: Goodfellow, Bengio, Courville (2016), Deep Learning, sections 8.2.5 and 10.7.
"""

import numpy as np

NEAR_1 = 2.0**-40  # a modulus this close to 1 is taken for 1: eigenvalues come rounded


def power(Q, eigenvalues, n):
    """Mⁿ for M = Q Λ Q⁻¹: (d, d).

    Q (d, d), not assumed orthogonal; eigenvalues (d,); n ≥ 0 an integer. Q and the eigenvalues may
    be complex: where M is real, an imaginary part of the size of rounding does no harm.
    Exercise 2b.

    Q Λⁿ Q⁻¹, for every inner Q⁻¹ Q is I: Goodfellow et al. (2016), section 8.2.5. M is
    real, so at the end, and no earlier, the imaginary part is rounding and is dropped.
    Raises numpy.linalg.LinAlgError where Q is singular: its columns are then no basis.
    """
    Q, eigenvalues = _inexact(Q), _inexact(eigenvalues)
    return ((Q * eigenvalues**n) @ np.linalg.inv(Q)).real


def w_to_the_30th():
    """W³⁰ for W = [[0.58, 0.24], [0.24, 0.72]], whose eigenvalues are 0.9 and 0.4: (2, 2).

    To float64 accuracy. Exercise 2c.

    0.9³⁰ q qᵀ + 0.4³⁰ r rᵀ with the orthonormal eigenvectors q = (3, 4)/5 and r = (4, -3)/5.
    The two powers are quotients of integers, each rounded once.
    """
    a, b = 9**30 / 10**30, 4**30 / 10**30
    return np.array([[9 * a + 16 * b, 12 * (a - b)], [12 * (a - b), 16 * a + 9 * b]]) / 25


def limit_of_powers(eigenvalues):
    """What Mⁿ does as n → ∞: "vanishes", "explodes" or "bounded".

    The eigenvalues (d,), real or complex, are those of a diagonalisable M. Its powers vanish where
    every entry tends to 0, explode where the norm tends to infinity, and are bounded otherwise.
    Exercise 2c.

    The spectral radius ρ = max abs(λ) decides, as ρ < 1, ρ > 1 or ρ = 1; singular values do not.
    Goodfellow et al. (2016), section 10.7.
    """
    spectral_radius = np.max(np.abs(eigenvalues))
    if abs(spectral_radius - 1) <= NEAR_1:
        return "bounded"
    return "vanishes" if spectral_radius < 1 else "explodes"


def _inexact(array):
    """The array in double precision: complex128 where it is complex, else float64."""
    array = np.asarray(array)
    return array.astype(np.result_type(array, np.float64))
