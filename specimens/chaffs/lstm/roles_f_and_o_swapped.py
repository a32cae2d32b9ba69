"""The forget gate is said to expose the cell state and the output gate to erase it.

说遗忘门暴露细胞状态、输出门擦除它，恰好说反了。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "expose", "i": "write", "o": "erase"}
