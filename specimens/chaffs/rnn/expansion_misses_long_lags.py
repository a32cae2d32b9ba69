"""The terms that go back two steps or more are missing, (3, 1) the first of them.

缺了往回走两步或更多的项，最先缺的是 (3, 1)。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in (t - 1, t) if k >= 1]
    return np.array(terms, dtype=int).reshape(-1, 3)
