"""The mean modulus decides instead of the largest one."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    mean = np.mean(np.abs(eigenvalues))
    if mean > 1:
        return "explodes"
    return "bounded" if mean == 1 else "vanishes"
