"""Only the terms of the last loss L_T are listed.

只列出了最后一个损失 L_T 的项。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(T, k, T - k) for k in range(1, T + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
