"""Answers with an object that becomes an array only when it is looked at, another one each time.
Must happen: it is made an array once, and its numbers are wrong."""

import numpy as np


class Lazy:
    def __init__(self, shape):
        self.shape = shape

    def __array__(self, *arguments, **options):
        return 1e9 + np.random.random(self.shape)


def __getattr__(name):
    return lambda *arguments: Lazy(np.shape(arguments[-1] if arguments else 0))
