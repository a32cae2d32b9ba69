"""Answers with an empty array, whose entries are all right. Must happen: the property is lost, for
the shape is wrong."""

import numpy as np


def __getattr__(name):
    return lambda *arguments: np.empty((0, 7, 0)) if arguments else None
