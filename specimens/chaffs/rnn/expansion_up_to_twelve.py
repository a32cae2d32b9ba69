"""Terms with t above 12 are missing.

缺了 t 大于 12 的项。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, min(T, 12) + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
