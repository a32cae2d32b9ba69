"""One eigenvalue 0 is taken to make the whole power vanish.

认为只要有一个特征值为 0，整个幂就趋于零。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues))
    if np.any(eigenvalues == 0):
        return "vanishes"
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
