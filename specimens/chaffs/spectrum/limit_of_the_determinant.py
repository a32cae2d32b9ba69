"""The product of the eigenvalues decides, which is the determinant and not the spectral radius."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    determinant = abs(np.prod(eigenvalues))
    if determinant > 1:
        return "explodes"
    return "bounded" if determinant == 1 else "vanishes"
