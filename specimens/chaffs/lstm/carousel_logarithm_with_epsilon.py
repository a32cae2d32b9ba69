"""A small number is added to f before its logarithm is taken, for fear of log 0.

怕出现 log 0，取对数之前给 f 加了一个小量。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.exp(np.sum(np.log(f[k + 1 : t + 1] + 1e-8), axis=0)))
