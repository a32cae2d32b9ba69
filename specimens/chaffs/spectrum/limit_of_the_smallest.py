"""The smallest modulus decides instead of the largest.

用最小的模来判断，而应当用最大的。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    smallest = np.min(np.abs(eigenvalues))
    if smallest > 1:
        return "explodes"
    return "bounded" if smallest == 1 else "vanishes"
