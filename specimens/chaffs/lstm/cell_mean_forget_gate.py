"""One mean forget gate is used for all units, but each unit has its own.

所有单元共用一个平均的遗忘门，而每个单元的遗忘门各不相同。
"""

import numpy as np

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    return np.mean(f) * c_prev + i * c_tilde
