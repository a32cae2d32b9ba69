"""The output gate is said to lie in [-1, 1]; it is a sigmoid, so it lies in [0, 1].

说输出门在 [-1, 1] 内；它是 sigmoid，应当在 [0, 1] 内。
"""

import numpy as np

LOSES = ["3b-ranges"]


def ranges():
    return {
        "f": (0, 1),
        "i": (0, 1),
        "o": (-1, 1),
        "c_tilde": (-1, 1),
        "c": (-np.inf, np.inf),
        "h": (-1, 1),
    }
