"""z is clipped to [-10, 10] against overflow, so the sigmoid never comes close to 0 or 1.

为防溢出把 z 截断到 [-10, 10]，sigmoid 就接近不了 0 和 1。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))
