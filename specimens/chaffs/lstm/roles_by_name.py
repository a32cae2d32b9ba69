"""The gates' own names are given, instead of what they do to the cell state.

给出的是门自己的名字，而不是它对细胞状态的作用。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "forget", "i": "input", "o": "output"}
