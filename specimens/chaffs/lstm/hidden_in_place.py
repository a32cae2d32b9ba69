"""The caller's o is turned into the hidden state.

把调用者的 o 直接改成了隐藏状态。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    o *= np.tanh(c)
    return o
