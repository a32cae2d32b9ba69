"""The terms stand in columns: the answer is (3, N) instead of (N, 3).

各项排成了列：返回的形状是 (3, N)，而不是 (N, 3)。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3).T
