"""One eigenvalue below 1 is taken to be enough for vanishing, but all of them must be.

认为有一个特征值小于 1 就会趋于零，而必须全部小于 1。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    moduli = np.abs(eigenvalues)
    if np.any(moduli > 1):
        return "explodes"
    return "vanishes" if np.any(moduli < 1) else "bounded"
