"""Complex eigenvalues are taken to rotate only, but they grow or shrink with abs(λ) as well."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    if np.any(np.iscomplex(eigenvalues)):
        return "bounded"
    radius = np.max(np.abs(eigenvalues))
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
