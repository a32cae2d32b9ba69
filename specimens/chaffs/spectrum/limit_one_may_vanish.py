"""One eigenvalue below 1 is taken to be enough for vanishing, but all of them must be."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    moduli = np.abs(eigenvalues)
    if np.any(moduli > 1):
        return "explodes"
    return "vanishes" if np.any(moduli < 1) else "bounded"
