"""All the eigenvalues are asked to exceed 1, but one of them is enough to explode.

要求所有特征值都超过 1，而只要有一个超过就会发散。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    moduli = np.abs(eigenvalues)
    if np.all(moduli > 1):
        return "explodes"
    return "vanishes" if np.all(moduli < 1) else "bounded"
