"""c is said to lie in [-100, 100]; it has no bound, however many steps are taken.

说 c 在 [-100, 100] 内；随着步数增加，它没有任何界。
"""

from correct.lstm import ranges as right_ranges

LOSES = ["3b-ranges"]


def ranges():
    return {**right_ranges(), "c": (-100, 100)}
