"""The two indices are swapped: k, the earlier step, stands first.

两个下标写反了：较早的 k 排在了前面。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(k, t, t - k) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
