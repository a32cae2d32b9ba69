"""For T = 0 there is no term at all, but one row of zeros is given.

T = 0 时一项也没有，却给出了一行零。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    if T == 0:
        return np.zeros((1, 3), dtype=int)
    return np.array([(t, k, t - k) for t in range(1, T + 1) for k in range(1, t + 1)])
