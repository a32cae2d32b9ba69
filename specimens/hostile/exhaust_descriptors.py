"""Opens descriptors until there are no more, at most 20,000. Must happen: only its own are used up,
and the property is lost."""

import os


def __getattr__(name):
    return lambda *arguments: [os.dup(0) for _ in range(20_000)] and None
