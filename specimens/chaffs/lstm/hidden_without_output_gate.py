"""The output gate is missing: the cell state is always exposed."""

import numpy as np

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return np.tanh(c)
