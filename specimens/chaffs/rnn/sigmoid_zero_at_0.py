"""z > 0 and z < 0 are treated, but z = 0 is left out and gives 0 instead of 1/2.

分别处理了 z > 0 和 z < 0，却漏掉了 z = 0，结果是 0 而不是 1/2。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    z = np.asarray(z)
    s = np.zeros(z.shape)
    s[z > 0] = 1 / (1 + np.exp(-z[z > 0]))
    s[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return s
