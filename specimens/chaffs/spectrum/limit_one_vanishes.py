"""abs(λ) = 1 is taken to vanish, but λ = 1 alone gives the identity for ever."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    return "explodes" if np.max(np.abs(eigenvalues)) > 1 else "vanishes"
