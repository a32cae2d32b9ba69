"""The result is made after the pattern of an argument; whole numbers cut its decimals off.

结果仿照参数建成，参数是整数时小数就被截掉了。
"""

import numpy as np

LOSES = ["3a-roles"]
AS_GIVEN = True


def hidden_state(o, c):
    h = np.zeros_like(o)
    h[:] = o * np.tanh(c)
    return h
