"""The names are given as one text, "f, i, o", instead of a list.

名称写成了一段文字 "f, i, o"，而不是列表。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return "f, i, o"
