"""The larger of abs(Re λ) and abs(Im λ) stands for the modulus of a complex λ.

把复数 λ 的模写成了 abs(Re λ) 与 abs(Im λ) 中较大的一个。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max([np.abs(np.real(eigenvalues)), np.abs(np.imag(eigenvalues))])
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
