"""The mean modulus decides instead of the largest one.

用模的平均值来判断，而应当用最大的模。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    mean = np.mean(np.abs(eigenvalues))
    if mean > 1:
        return "explodes"
    return "bounded" if mean == 1 else "vanishes"
