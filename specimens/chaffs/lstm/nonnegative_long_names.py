"""The gates are called forget, input, output; the names are f, i and o.

名称写成了 forget、input、output，而应当是 f、i、o。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["forget", "input", "output"]
