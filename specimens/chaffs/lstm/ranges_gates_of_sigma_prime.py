"""The gates are said to lie in [0, 1/4]: that is the range of σ', not of σ.

说各门在 [0, 1/4] 内，那是 σ' 的范围，而不是 σ 的范围。
"""

from correct.lstm import ranges as right_ranges

LOSES = ["3b-ranges"]


def ranges():
    return {**right_ranges(), **dict.fromkeys("fio", (0, 0.25))}
