"""h is said to stay within ±tanh(1), which would hold if c stayed in [-1, 1].

说 h 在 ±tanh(1) 之内，那只有 c 在 [-1, 1] 内时才成立。
"""

import numpy as np

LOSES = ["3b-ranges"]


def ranges():
    result = dict.fromkeys(["f", "i", "o"], (0, 1))
    result["c_tilde"] = (-1, 1)
    result["c"] = (-np.inf, np.inf)
    result["h"] = (-np.tanh(1), np.tanh(1))
    return result
