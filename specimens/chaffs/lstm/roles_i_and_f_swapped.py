"""The input gate is said to erase and the forget gate to write; it is the other way round.

说输入门擦除、遗忘门写入，恰好说反了。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "write", "i": "erase", "o": "expose"}
