"""c is said to lie in [-1, 1], but it can grow by up to 1 at each step."""

LOSES = ["3b-ranges"]


def ranges():
    names = ["f", "i", "o", "c_tilde", "c", "h"]
    return {name: (0, 1) if name in ("f", "i", "o") else (-1, 1) for name in names}
