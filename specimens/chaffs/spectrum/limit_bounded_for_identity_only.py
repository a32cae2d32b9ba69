"""Only M = I is taken for bounded; with λ = 1 and others below 1, Mⁿ stays bounded too.

认为只有 M = I 才有界；λ = 1 而其余小于 1 时，Mⁿ 同样有界。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    if np.max(np.abs(eigenvalues)) > 1:
        return "explodes"
    return "bounded" if np.all(eigenvalues == 1) else "vanishes"
