"""h is named because o is never negative, but tanh(c) can be.

因为 o 从不为负就列出了 h，而 tanh(c) 可以为负。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i", "o", "h"]
