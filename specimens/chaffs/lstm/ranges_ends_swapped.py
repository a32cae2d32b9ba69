"""The ends of the intervals are swapped: (high, low) instead of (low, high).

区间的两端写反了：写成了 (high, low)，而不是 (low, high)。
"""

from correct.lstm import ranges as right_ranges

LOSES = ["3b-ranges"]


def ranges():
    return {name: (high, low) for name, (low, high) in right_ranges().items()}
