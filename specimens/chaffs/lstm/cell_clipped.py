"""The cell state is clipped to [-1, 1], although it may grow by up to 1 at each step.

细胞状态被截断到 [-1, 1]，而它每一步最多可以增加 1。
"""

import numpy as np

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return np.clip(f * c_prev + i * c_tilde, -1, 1)
