"""The closed form of σ' is typed as it stands and gives NaN for a very negative z.

照搬 σ' 的公式来写，z 是绝对值很大的负数时得到 NaN。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
