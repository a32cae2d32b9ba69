"""c is named because f and i are never negative, but the candidate c̃ can be."""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i", "o", "c"]
