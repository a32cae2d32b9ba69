"""Forks 50 children, which sleep for 2 seconds. Must happen: there is no first one, or none is left
when the result is written."""

import itertools
import os
import time

COUNT = itertools.count()


def __getattr__(name):
    def answer(*arguments):
        while next(COUNT) < 50:
            if os.fork() == 0:
                time.sleep(2)
                os._exit(0)

    return answer
