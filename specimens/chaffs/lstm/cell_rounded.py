"""The cell state is rounded to six decimals.

细胞状态只保留了六位小数。
"""

import numpy as np

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    return np.round(f * c_prev + i * c_tilde, 6)
