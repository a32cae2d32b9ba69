"""k goes down in steps of two, so every other term is missing.

k 每次减二，于是隔一项就缺一项。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(t, 0, -2)]
    return np.array(terms, dtype=int).reshape(-1, 3)
