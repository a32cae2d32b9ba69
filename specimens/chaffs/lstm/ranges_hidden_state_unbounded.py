"""h is said to have no bounds because c has none, but tanh(c) and o confine it.

因为 c 没有界就说 h 也没有界，而 tanh(c) 和 o 限制了它。
"""

LOSES = ["3b-ranges"]


def ranges():
    gate, everything = (0, 1), (-float("inf"), float("inf"))
    return {
        "f": gate,
        "i": gate,
        "o": gate,
        "c_tilde": (-1, 1),
        "c": everything,
        "h": everything,
    }
