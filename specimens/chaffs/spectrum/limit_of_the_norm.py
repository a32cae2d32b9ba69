"""The root of the sum of squares decides, a norm, which can exceed 1 for a vanishing power.

用平方和的平方根来判断，那是范数，幂趋于零时它也可能超过 1。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    norm = np.linalg.norm(eigenvalues)
    if norm > 1:
        return "explodes"
    return "bounded" if norm == 1 else "vanishes"
