"""h is said to lie in [0, 1] because o does, but tanh(c) can be negative.

因为 o 在 [0, 1] 内，就说 h 也在 [0, 1] 内，而 tanh(c) 可以为负。
"""

from correct.lstm import ranges as right_ranges

LOSES = ["3b-ranges"]


def ranges():
    return {**right_ranges(), "h": (0, 1)}
