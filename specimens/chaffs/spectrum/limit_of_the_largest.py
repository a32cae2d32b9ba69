"""The largest λ decides instead of the largest abs(λ), so -2 is taken for small.

用最大的 λ 而不是最大的 abs(λ) 来判断，于是 -2 算成了小的。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    largest = np.max(np.real(eigenvalues))
    if largest > 1:
        return "explodes"
    return "bounded" if largest == 1 else "vanishes"
