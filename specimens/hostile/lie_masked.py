"""Answers with an array whose every entry is masked, so that nothing differs. Must happen: the
numbers under the mask count, and they are wrong."""

import numpy as np


def __getattr__(name):
    def answer(*arguments):
        shape = np.shape(arguments[-1] if arguments else 0)
        return np.ma.array(1e9 + np.random.random(shape), mask=np.ones(shape, bool))

    return answer
