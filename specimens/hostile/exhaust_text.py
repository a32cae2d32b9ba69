"""Answers with a text of 300 MB. Must happen: it is too large to pass, and the property is lost."""


def __getattr__(name):
    return lambda *arguments: "x" * 300_000_000
