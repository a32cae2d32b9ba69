"""t and k are counted from 0, like indices of an array; the sum counts them from 1.

t 和 k 像数组下标那样从 0 数起，而求和是从 1 数起的。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(T) for k in range(t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
