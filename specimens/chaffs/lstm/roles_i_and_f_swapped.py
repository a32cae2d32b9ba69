"""The input gate is said to erase and the forget gate to write; it is the other way round."""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "write", "i": "erase", "o": "expose"}
