"""The factors are counted from k to t, which makes t - k + 1; there is none for k itself.

因子从 k 数到 t，成了 t - k + 1 个；k 这一步本身没有因子。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k + 1) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
