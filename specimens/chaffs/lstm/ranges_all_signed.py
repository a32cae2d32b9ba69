"""Every quantity is said to lie in [-1, 1], which holds for the gates and is not tight."""

import numpy as np

LOSES = ["3b-ranges"]


def ranges():
    result = dict.fromkeys(["f", "i", "o", "c_tilde", "h"], (-1, 1))
    result["c"] = (-np.inf, np.inf)
    return result
