"""The terms that go back four steps or more are missing, (5, 1) the first of them.

缺了往回走四步或更多的项，最先缺的是 (5, 1)。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(max(1, t - 3), t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
