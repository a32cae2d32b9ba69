"""Answers with an array of 1 GB. Must happen: it is too large to pass, and the property is lost."""

import numpy as np


def __getattr__(name):
    return lambda *arguments: np.zeros(1 << 27)
