"""1 - 2/(1 + eᶜ) stands for tanh c; the exponent should be 2c.

把 tanh c 写成了 1 - 2/(1 + eᶜ)，指数应当是 2c。
"""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * (1 - 2 / (1 + np.exp(c)))
