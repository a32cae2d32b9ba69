"""Lifts the recursion limit and overflows the C stack through repr. Must happen: the property is
lost, all others are judged."""

import sys


class Endless:
    def __repr__(self):
        return repr(self)


def __getattr__(name):
    def answer(*arguments):
        sys.setrecursionlimit(2**31 - 1)
        return repr(Endless())

    return answer
