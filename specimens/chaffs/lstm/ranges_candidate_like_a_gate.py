"""c̃ is said to lie in [0, 1] like the gates, but it is a tanh.

说 c̃ 像门一样在 [0, 1] 内，而它是 tanh 的值。
"""

LOSES = ["3b-ranges"]


def ranges():
    gate, everything = (0, 1), (-float("inf"), float("inf"))
    return {"f": gate, "i": gate, "o": gate, "c_tilde": gate, "c": everything, "h": (-1, 1)}
