"""Answers with an object that claims to be an array by `__class__`. Must happen: it isn't data, and
the property is lost."""

import numpy as np


class Claimed:
    __class__ = property(lambda self: np.ndarray)
    shape = ()
    ndim = 0
    dtype = np.dtype(float)

    def __getattr__(self, name):
        return self

    def __call__(self, *arguments, **options):
        return self


def __getattr__(name):
    return lambda *arguments: Claimed()
