"""No quantity is named, as if negative weights could make a sigmoid negative.

一个量也没有列出，好像权重为负就能使 sigmoid 为负。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return []
