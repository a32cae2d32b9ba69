"""The factors are counted as k - t, which is negative; there are t - k.

因子数写成了 k - t，成了负数；应当是 t - k。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, k - t) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
