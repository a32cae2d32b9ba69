"""Answers with texts, keys and messages that UTF-8 can't hold. Must happen: they are replaced or
refused, and the property is lost."""

import random

BROKEN = "\ud800\udfff\0"


def __getattr__(name):
    def answer(*arguments):
        if random.random() < 0.5:
            raise ValueError(BROKEN)
        return {BROKEN: BROKEN, "\0": [BROKEN]}

    return answer
