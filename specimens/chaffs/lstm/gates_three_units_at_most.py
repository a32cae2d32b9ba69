"""Only the first three units have a bias.

只有前三个单元加了偏置。
"""

from correct.lstm import gates as exact

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    b = b.copy()
    b[:, 3:] = 0
    return exact(W, b, h_prev, x)
