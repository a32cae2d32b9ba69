"""Only the terms of the last loss L_T are listed."""

import numpy as np

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    terms = [(T, k, T - k) for k in range(1, T + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
