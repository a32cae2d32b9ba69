"""λ² stands for abs(λ)², but the square of a complex λ is not its modulus squared.

用 λ² 代替了 abs(λ)²，而复数的平方并不是模的平方。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    squared = np.max(np.real(np.square(eigenvalues)))
    if squared > 1:
        return "explodes"
    return "bounded" if squared == 1 else "vanishes"
