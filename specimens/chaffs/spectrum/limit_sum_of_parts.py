"""abs(Re λ) + abs(Im λ) stands for the modulus of a complex λ.

把复数 λ 的模写成了 abs(Re λ) + abs(Im λ)。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(np.real(eigenvalues)) + np.abs(np.imag(eigenvalues)))
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
