"""abs(λ) = 1 is taken to vanish, but with every λ = 1 the power is the identity for ever.

认为 abs(λ) = 1 时趋于零，而所有 λ = 1 时幂始终是单位矩阵。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    return "explodes" if np.max(np.abs(eigenvalues)) > 1 else "vanishes"
