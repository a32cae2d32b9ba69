"""c is cut off at -1 and 1 instead of squashed by tanh.

c 在 -1 和 1 处被截断，而没有用 tanh 压缩。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * np.clip(c, -1, 1)
