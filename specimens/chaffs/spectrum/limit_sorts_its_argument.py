"""The caller's eigenvalues are sorted and replaced by their moduli on the way.

计算途中把调用者的特征值排了序，还换成了模。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    eigenvalues[:] = np.sort(np.abs(eigenvalues))
    radius = eigenvalues[-1]
    if radius > 1:
        return "explodes"
    return "bounded" if radius == 1 else "vanishes"
