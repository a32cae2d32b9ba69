"""All six quantities are named; c̃, c and h can be negative.

六个量全都列出了，而 c̃、c 和 h 可以为负。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i", "o", "c_tilde", "c", "h"]
