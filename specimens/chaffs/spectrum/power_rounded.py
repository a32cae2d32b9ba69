"""The entries are rounded to eight decimals.

各元素只保留了八位小数。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.round(Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q), 8)
