"""W is copied with 0.27 for 0.72 in its last entry.

抄 W 时把最后一个元素 0.72 写成了 0.27。
"""

import numpy as np

LOSES = ["2c-w30"]


def w_to_the_30th():
    return np.linalg.matrix_power([[0.58, 0.24], [0.24, 0.27]], 30)
