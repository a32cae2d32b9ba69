"""The answer is a noun, "growth" or "decay", instead of one of the three labels asked for."""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues))
    if radius > 1:
        return "growth"
    return "bounded" if radius == 1 else "decay"
