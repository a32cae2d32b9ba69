"""Each pair is packed into two digits, so the pairs are mixed up from T = 10 on.

每一对用两个数字拼在一起存放，从 T = 10 起就乱了。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    pairs = [10 * t + k for t in range(1, T + 1) for k in range(1, t + 1)]
    terms = [(pair // 10, pair % 10, pair // 10 - pair % 10) for pair in pairs]
    return np.array(terms, dtype=int).reshape(-1, 3)
