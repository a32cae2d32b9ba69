"""Answers the first call at once, and the next one never. Must happen: the property is lost, and
a fresh worker answers for the next one."""

import itertools
import time

CALLS = itertools.count()


def __getattr__(name):
    return lambda *arguments: time.sleep(3600) if next(CALLS) > 0 else None
