"""λ = 1 twice is taken to grow like n, but M is diagonalisable and has no Jordan block.

认为 λ = 1 出现两次时会像 n 那样增长，而 M 可对角化，没有若尔当块。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues))
    if radius > 1 or np.sum(np.isclose(eigenvalues, 1)) > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
