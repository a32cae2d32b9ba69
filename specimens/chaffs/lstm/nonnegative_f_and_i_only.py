"""Only f and i are named; the output gate is a sigmoid too and never negative.

只列出了 f 和 i；输出门也是 sigmoid，同样从不为负。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i"]
