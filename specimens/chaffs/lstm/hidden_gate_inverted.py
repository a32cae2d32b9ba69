"""1 - o stands for o: the gate hides the cell state when it should expose it.

用 1 - o 代替了 o：该露出细胞状态时反而遮住了。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return (1 - o) * np.tanh(c)
