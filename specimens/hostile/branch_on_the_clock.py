"""Answers differently after a while, to be right only while it is watched. Must happen: the same
call has the same answer, or the property is lost."""

import time

import numpy as np


def __getattr__(name):
    return lambda *arguments: np.full(np.shape(arguments[-1] if arguments else 0), time.time_ns())
