"""Complex eigenvalues are taken to rotate only, but abs(λ) makes them grow or shrink.

认为复特征值只会旋转，而它们也随 abs(λ) 增长或衰减。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    if np.any(np.iscomplex(eigenvalues)):
        return "bounded"
    radius = np.max(np.abs(eigenvalues))
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
