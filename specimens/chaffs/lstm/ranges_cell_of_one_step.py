"""c is said to lie in [-2, 2], its range after one step from [-1, 1], not after many.

说 c 在 [-2, 2] 内：从 [-1, 1] 出发走一步是这样，走多步就不是了。
"""

LOSES = ["3b-ranges"]


def ranges():
    gate, squashed = (0, 1), (-1, 1)
    return {"f": gate, "i": gate, "o": gate, "c_tilde": squashed, "c": (-2, 2), "h": squashed}
