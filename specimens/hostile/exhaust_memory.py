"""Takes 8 GiB of memory and touches 3 GiB of it. Must happen: it gets less, the property is lost,
and the grader isn't the one that runs out of memory."""

import numpy as np


def __getattr__(name):
    def answer(*arguments):
        pages = np.empty(8 << 30, np.uint8)
        pages[: 3 << 30 : 4096] = 1

    return answer
