"""c is said to lie in [-1, 1], but it can grow by up to 1 at each step.

说 c 在 [-1, 1] 内，而它每一步最多可以增加 1。
"""

LOSES = ["3b-ranges"]


def ranges():
    names = ["f", "i", "o", "c_tilde", "c", "h"]
    return {name: (0, 1) if name in ("f", "i", "o") else (-1, 1) for name in names}
