"""The output gate is added instead of multiplied."""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o + np.tanh(c)
