"""tanh is written as a ratio of exponentials, which is NaN for a large c.

tanh 写成了指数函数之比，c 很大时得到 NaN。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    up, down = np.exp(c), np.exp(-c)
    return o * (up - down) / (up + down)
