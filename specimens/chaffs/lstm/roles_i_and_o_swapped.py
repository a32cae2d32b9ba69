"""The input gate is said to expose the cell state and the output gate to write to it."""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "erase", "i": "expose", "o": "write"}
