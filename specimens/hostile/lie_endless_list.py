"""Answers with a list that holds one number, and a hundred million when it is walked through. Must
happen: a limit ends that, and the property is lost."""

import itertools


class Endless(list):
    def __iter__(self):
        return itertools.repeat(0.0, 100_000_000)


def __getattr__(name):
    return lambda *arguments: Endless([0.0])
