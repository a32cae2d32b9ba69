"""Every index is written as t and k at once: only (1, 1), (2, 2), (3, 3), each t times.

每个下标都同时当作 t 和 k：只有 (1, 1)、(2, 2)、(3, 3)，各出现 t 次。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, t, 0) for t in range(1, T + 1) for _ in range(t)]
    return np.array(terms, dtype=int).reshape(-1, 3)
