"""A radius within 0.1 of 1 counts as 1, so 15/16 and 17/16 are called bounded.

谱半径与 1 相差不到 0.1 就算作 1，于是 15/16 和 17/16 都成了有界。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues))
    if abs(radius - 1) < 0.1:
        return "bounded"
    return "explodes" if radius > 1 else "vanishes"
