"""The sigmoid is computed in float32, which keeps only seven digits.

sigmoid 是用 float32 算的，只有七位有效数字。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * np.float32(z)))
