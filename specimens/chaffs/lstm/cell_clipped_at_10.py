"""The cell state is clipped to [-10, 10], although it can grow past any bound.

细胞状态被截断到 [-10, 10]，而它可以超出任何界。
"""

import numpy as np

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return np.clip(f * c_prev + i * c_tilde, -10, 10)
