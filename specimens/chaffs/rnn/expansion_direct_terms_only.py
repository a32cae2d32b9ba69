"""Only the terms k = t are listed, one for each loss.

只列出了 k = t 的项，每个损失只有一项。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, t, 0) for t in range(1, T + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
