"""Answers with infinity, so that a relative error is NaN. Must happen: the property is lost, for an
answer is finite."""

import numpy as np


def __getattr__(name):
    return lambda *arguments: np.full(np.shape(arguments[-1] if arguments else 0), np.inf)
