"""abs(λ) = 1 is taken to explode, but such a power neither grows nor vanishes.

认为 abs(λ) = 1 时发散，而这样的幂既不增长也不消失。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    return "vanishes" if np.max(np.abs(eigenvalues)) < 1 else "explodes"
