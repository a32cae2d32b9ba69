"""abs(Re λ) decides instead of abs(λ), so rotations are misjudged.

用 abs(Re λ) 而不是 abs(λ) 来判断，旋转就判错了。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    largest = np.max(np.abs(np.real(eigenvalues)))
    if largest > 1:
        return "explodes"
    return "bounded" if largest == 1 else "vanishes"
