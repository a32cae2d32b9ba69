"""1/(1 + e^{-|z|}) is used for every z, which is σ(|z|) and wrong for a negative z.

对所有 z 都用 1/(1 + e^{-|z|})，那其实是 σ(|z|)，z 为负时就错了。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(z)))
