"""The spectral radius is rounded to a whole number before it is compared with 1.

谱半径先四舍五入成整数，再与 1 比较。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = round(float(np.max(np.abs(eigenvalues))))
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
