"""Searches with an exponential pattern, which lets no other thread run. Must happen: the deadline
of the call passes, for another process keeps it."""

import re


def __getattr__(name):
    return lambda *arguments: re.match(r"(a+)+$", "a" * 60 + "!")
