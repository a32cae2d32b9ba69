"""Answers with NaN, of which no comparison is true, "too large" included. Must happen: the property
is lost, for an answer is finite."""

import numpy as np


def __getattr__(name):
    return lambda *arguments: np.full(np.shape(arguments[-1] if arguments else 0), np.nan)
