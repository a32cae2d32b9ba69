"""T(T+1)/2 with one slash is a decimal number, and no array has that many rows.

T(T+1)/2 只写了一个斜杠，得到小数，而数组的行数不能是小数。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = np.zeros((T * (T + 1) / 2, 3), dtype=int)
    row = 0
    for t in range(1, T + 1):
        for k in range(1, t + 1):
            terms[row] = t, k, t - k
            row += 1
    return terms
