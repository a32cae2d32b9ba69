"""A term (t, k) is listed once for every state between, so most terms come more than once.

同一项 (t, k) 对中间的每个状态都列了一次，大多数项重复出现。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = []
    for t in range(1, T + 1):
        for s in range(1, t + 1):
            for k in range(1, s + 1):
                terms.append((t, k, t - k))
    return np.array(terms, dtype=int).reshape(-1, 3)
