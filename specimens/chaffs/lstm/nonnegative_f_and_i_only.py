"""Only f and i are named; the output gate is a sigmoid too and never negative."""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i"]
