"""Answers everything with one large constant, hoping for a property that is a bound on one side.
Must happen: no property is held by it."""

import numpy as np


def __getattr__(name):
    return lambda *arguments: 1e9 + np.random.random(np.shape(arguments[-1] if arguments else 0))
