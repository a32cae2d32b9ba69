"""Calls sys.exit(0) in a call. Must happen: it is an error of the student's code, like any
other."""

import sys


def __getattr__(name):
    return lambda *arguments: sys.exit(0)
