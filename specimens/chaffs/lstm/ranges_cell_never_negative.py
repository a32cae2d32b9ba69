"""c is said to lie in [0, ∞), but a negative candidate can take it below zero.

说 c 在 [0, ∞) 内，而负的候选值可以使它小于零。
"""

LOSES = ["3b-ranges"]


def ranges():
    gate, squashed, upwards = (0, 1), (-1, 1), (0, float("inf"))
    return {"f": gate, "i": gate, "o": gate, "c_tilde": squashed, "c": upwards, "h": squashed}
