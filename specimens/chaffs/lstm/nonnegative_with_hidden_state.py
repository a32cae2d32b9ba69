"""h is named because o is never negative, but tanh(c) can be."""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i", "o", "h"]
