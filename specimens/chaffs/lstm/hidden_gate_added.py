"""The output gate is added instead of multiplied.

输出门用了加法，而应当相乘。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o + np.tanh(c)
