"""Raises unittest.SkipTest. Must happen: it is an error, never a skipped property."""

import unittest


def __getattr__(name):
    def answer(*arguments):
        raise unittest.SkipTest("not today")

    return answer
