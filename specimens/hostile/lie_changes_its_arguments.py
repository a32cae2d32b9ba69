"""Overwrites its arguments and answers with them, so that a judge who computes from the same arrays
agrees. Must happen: the judge's arrays are others, and the answer is wrong."""

import numpy as np


def __getattr__(name):
    def answer(*arguments):
        for value in arguments:
            if isinstance(value, np.ndarray) and value.ndim:
                value[...] = 1e9 + np.random.random(value.shape)
        return arguments[-1] if arguments else None

    return answer
