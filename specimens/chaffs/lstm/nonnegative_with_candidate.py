"""c̃ is counted among the gates, but it is a tanh and can be negative."""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i", "o", "c_tilde"]
