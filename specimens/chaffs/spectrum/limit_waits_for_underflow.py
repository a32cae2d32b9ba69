"""Mⁿ counts as vanishing only if 30 steps in float32 reach zero.

只有用 float32 乘 30 步之后等于零，才算作趋于零。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    size = np.float32(np.max(np.abs(eigenvalues))) ** np.float32(30)
    if size > 1:
        return "explodes"
    return "bounded" if size > 0 else "vanishes"
