"""The entries are copied from a print-out with four decimals.

各元素抄自只打印了四位小数的结果。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    return np.array([[0.0153, 0.0203], [0.0203, 0.0271]])
