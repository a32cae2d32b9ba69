"""c is said to lie in [-2, 2]: that is the range after one step from [-1, 1], not after many."""

LOSES = ["3b-ranges"]


def ranges():
    gate, squashed = (0, 1), (-1, 1)
    return {"f": gate, "i": gate, "o": gate, "c_tilde": squashed, "c": (-2, 2), "h": squashed}
