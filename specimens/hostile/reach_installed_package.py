"""Opens a file of an installed package to append to it, and appends nothing. Must happen: it can't
be opened for that."""

import numpy as np


def __getattr__(name):
    def answer(*arguments):
        with open(np.__file__, "a"):
            raise ValueError("GOT THROUGH: numpy can be changed")

    return answer
