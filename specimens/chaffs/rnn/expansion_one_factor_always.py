"""Every term is given one factor, where there should be t - k of them.

每一项都只写了一个因子，应当有 t - k 个。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, min(t - k, 1)) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
