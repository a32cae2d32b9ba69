"""The numbers are stored in eight bits, which hold no more than 127.

各数用八位整数存放，最多只能到 127。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms).reshape(-1, 3).astype(np.int8)
