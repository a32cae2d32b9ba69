"""Only the first two eigenvalues are looked at.

只看了前两个特征值。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues[:2]))
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
