"""The gates are stored in float32, which keeps only seven digits.

各门的值用 float32 存放，只有七位有效数字。
"""

import numpy as np
from correct.lstm import gates as exact_gates

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    return exact_gates(W, b, h_prev, x).astype(np.float32)
