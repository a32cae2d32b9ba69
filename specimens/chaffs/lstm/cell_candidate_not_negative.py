"""The candidate enters with its modulus, so that the cell state can only be raised.

候选值取了绝对值，细胞状态只能往上加。
"""

import numpy as np

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev + i * np.abs(c_tilde)
