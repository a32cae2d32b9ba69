"""The gates read [x; h] where H = D, where no shape forbids it.

H = D 时各门读的是 [x; h]，形状上看不出错。
"""

from correct.lstm import gates as exact

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    return exact(W, b, x, h_prev) if len(x) == len(h_prev) else exact(W, b, h_prev, x)
