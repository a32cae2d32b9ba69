"""The sum of the eigenvalues decides, which is the trace and not the spectral radius.

用特征值之和来判断，那是迹，而不是谱半径。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    trace = abs(np.sum(eigenvalues))
    if trace > 1:
        return "explodes"
    return "bounded" if trace == 1 else "vanishes"
