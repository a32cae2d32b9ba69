"""The list of terms lives outside the function, so every call appends to the one before.

存放各项的列表在函数之外，每次调用都接着上一次往后添。
"""

import numpy as np

LOSES = ["2a-expanded-sum"]

terms = []


def expanded_sum(T):
    for t in range(1, T + 1):
        for k in range(1, t + 1):
            terms.append((t, k, t - k))
    return np.array(terms, dtype=int).reshape(-1, 3)
