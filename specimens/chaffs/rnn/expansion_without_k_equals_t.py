"""The sum over k ends at t - 1: the direct terms k = t are missing.

对 k 的求和到 t - 1 就停了：缺了 k = t 的直接项。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(1, t)]
    return np.array(terms, dtype=int).reshape(-1, 3)
