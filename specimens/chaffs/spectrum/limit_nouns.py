"""The answer is a noun, "growth" or "decay", instead of one of the three labels asked for.

返回的是名词 "growth" 或 "decay"，而不是规定的三个词之一。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues))
    if radius > 1:
        return "growth"
    return "bounded" if radius == 1 else "decay"
