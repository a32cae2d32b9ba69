"""Closes every descriptor, the channel included, and answers. Must happen: the property is lost,
all others are judged."""

import os


def __getattr__(name):
    return lambda *arguments: os.closerange(0, 1024)
