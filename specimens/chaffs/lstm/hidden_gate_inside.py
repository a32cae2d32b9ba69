"""The output gate stands inside tanh instead of in front of it."""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return np.tanh(o * c)
