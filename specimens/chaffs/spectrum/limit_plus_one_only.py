"""Only λ = 1 itself is taken for bounded; -1 and ±i have modulus 1 as well.

只把 λ = 1 算作有界，而 -1 和 ±i 的模也是 1。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    if np.max(np.abs(eigenvalues)) > 1:
        return "explodes"
    return "bounded" if np.any(eigenvalues == 1) else "vanishes"
