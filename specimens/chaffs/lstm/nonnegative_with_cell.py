"""c is named because f and i are never negative, but the candidate c̃ can be.

因为 f 和 i 从不为负就列出了 c，而候选值 c̃ 可以为负。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i", "o", "c"]
