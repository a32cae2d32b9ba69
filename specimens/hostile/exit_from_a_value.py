"""Answers with an object that calls sys.exit(0) when it is made an array. Must happen: it is an
error of the student's code."""

import sys


class Value:
    def __array__(self, *arguments, **options):
        sys.exit(0)


def __getattr__(name):
    return lambda *arguments: Value()
