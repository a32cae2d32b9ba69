"""A negative eigenvalue is taken to explode, because its powers change sign for ever.

认为负特征值会使幂发散，因为它的幂永远在变号。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues))
    if radius > 1 or np.any(np.real(eigenvalues) < 0):
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
