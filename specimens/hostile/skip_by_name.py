"""Raises exceptions that only have the names of pytest's and Hypothesis' own. Must happen: they are
errors, for no name decides."""

import random

NAMES = [
    ("_pytest.outcomes", "Skipped"),
    ("_pytest.outcomes", "XFailed"),
    ("_pytest.outcomes", "Exit"),
    ("hypothesis.errors", "UnsatisfiedAssumption"),
    ("hypothesis.errors", "StopTest"),
]


def __getattr__(name):
    def answer(*arguments):
        module, kind = random.choice(NAMES)
        raise type(kind, (BaseException,), {"__module__": module, "__qualname__": kind})(
            "not today"
        )

    return answer
