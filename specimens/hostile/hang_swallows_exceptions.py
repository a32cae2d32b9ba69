"""Swallows every exception and goes on. Must happen: the deadline of the call passes, for it isn't
kept by an exception."""

import time


def __getattr__(name):
    def answer(*arguments):
        while True:
            try:
                while True:
                    time.sleep(0.01)
            except BaseException:
                continue

    return answer
