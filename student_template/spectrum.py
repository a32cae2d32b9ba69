"""Powers of a diagonalisable matrix M = Q Λ Q⁻¹; n is the exponent here. Exercises 2b and 2c.

The columns of Q (d, d) are eigenvectors; Λ = diag(eigenvalues), eigenvalues (d,) in the same order.
"""


def power(Q, eigenvalues, n):
    """Mⁿ for M = Q Λ Q⁻¹: (d, d).

    Q (d, d), not assumed orthogonal; eigenvalues (d,); n ≥ 0 an integer. Q and the eigenvalues may
    be complex: where M is real, an imaginary part of the size of rounding does no harm.
    Exercise 2b.
    """
    raise NotImplementedError


def w_to_the_30th():
    """W³⁰ for W = [[0.58, 0.24], [0.24, 0.72]], whose eigenvalues are 0.9 and 0.4: (2, 2).

    To float64 accuracy. Exercise 2c.
    """
    raise NotImplementedError


def limit_of_powers(eigenvalues):
    """What Mⁿ does as n → ∞: "vanishes", "explodes" or "bounded".

    The eigenvalues (d,), real or complex, are those of a diagonalisable M. Its powers vanish where
    every entry tends to 0, explode where the norm tends to infinity, and are bounded otherwise.
    Exercise 2c.
    """
    raise NotImplementedError
