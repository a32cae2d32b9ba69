"""c is clipped to [-6, 6] before tanh, which is wrong from the sixth digit on.

取 tanh 之前把 c 截断到 [-6, 6]，从第六位数字起就错了。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * np.tanh(np.clip(c, -6, 6))
