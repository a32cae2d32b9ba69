"""t, k and the number of factors come as decimal numbers instead of integers.

t、k 和因子数写成了小数，而不是整数。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = np.zeros((T * (T + 1) // 2, 3))
    rows = [(t, k, t - k) for t in range(1, T + 1) for k in range(1, t + 1)]
    for row, term in enumerate(rows):
        terms[row] = term
    return terms
