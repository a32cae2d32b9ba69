"""z passes through float16, which keeps only three digits.

z 被转成了 float16，只剩三位有效数字。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return np.float64(0.5) * (1 + np.tanh(np.float16(0.5) * np.float16(z)).astype(float))
