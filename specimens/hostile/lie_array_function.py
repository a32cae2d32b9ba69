"""Answers with an array type that answers every question of numpy with True. Must happen: only its
numbers count, and they are wrong."""

import numpy as np


class Agreeing(np.ndarray):
    def __array_function__(self, function, types, arguments, options):
        return np.True_

    def __array_ufunc__(self, function, method, *inputs, **options):
        return np.True_


def __getattr__(name):
    def answer(*arguments):
        wrong = 1e9 + np.random.random(np.shape(arguments[-1] if arguments else 0))
        return np.asarray(wrong).view(Agreeing)

    return answer
