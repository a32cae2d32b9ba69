"""The cell state is kept in float32, which has only seven digits.

细胞状态用 float32 存放，只有七位有效数字。
"""

import numpy as np

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    c = f * c_prev + i * c_tilde
    return c.astype(np.float32)
