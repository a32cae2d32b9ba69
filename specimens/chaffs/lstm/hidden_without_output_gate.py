"""The output gate is missing: the cell state is always exposed.

漏了输出门：细胞状态总是露在外面。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return np.tanh(c)
