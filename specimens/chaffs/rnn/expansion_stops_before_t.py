"""The loop over t ends at T - 1, because a range does not include its end.

对 t 的循环到 T - 1 就停了，因为 range 不含终点。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
