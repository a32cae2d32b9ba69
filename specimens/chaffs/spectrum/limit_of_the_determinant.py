"""The product of the eigenvalues decides: the determinant, not the spectral radius.

用特征值之积来判断，那是行列式，而不是谱半径。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    determinant = abs(np.prod(eigenvalues))
    if determinant > 1:
        return "explodes"
    return "bounded" if determinant == 1 else "vanishes"
