"""All the eigenvalues are asked to exceed 1, but one of them is enough to explode."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    moduli = np.abs(eigenvalues)
    if np.all(moduli > 1):
        return "explodes"
    return "vanishes" if np.all(moduli < 1) else "bounded"
