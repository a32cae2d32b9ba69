"""Every term of L_t is given t factors, as if each went back to h_0.

L_t 的每一项都写了 t 个因子，好像都要一直追溯到 h_0。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(t, k, t) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
