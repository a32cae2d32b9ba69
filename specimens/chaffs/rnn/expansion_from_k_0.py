"""The sum over k starts at 0, but h_0 does not depend on W.

对 k 的求和从 0 开始，而 h_0 与 W 无关。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
