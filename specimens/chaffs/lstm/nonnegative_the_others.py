"""The quantities that can be negative are named, c̃, c and h, not those that can't.

列出的是可以为负的 c̃、c 和 h，正好列反了。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["c_tilde", "c", "h"]
