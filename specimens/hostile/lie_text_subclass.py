"""Answers with a text that equals every other text. Must happen: only its letters count, and they
are wrong."""


class Agreeing(str):
    def __eq__(self, other):
        return True

    def encode(self, *arguments):
        return b"vanishes"

    strip = lower = casefold = lambda self: self
    __hash__ = str.__hash__


def __getattr__(name):
    return lambda *arguments: Agreeing("anything")
