"""The list of terms lives outside the function, so every call appends to the one before."""

import numpy as np

LOSES = ["2a-expanded-sum"]

terms = []


def expanded_sum(T):
    for t in range(1, T + 1):
        for k in range(1, t + 1):
            terms.append((t, k, t - k))
    return np.array(terms, dtype=int).reshape(-1, 3)
