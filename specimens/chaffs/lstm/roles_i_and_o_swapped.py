"""The input gate is said to expose the cell state and the output gate to write to it.

说输入门暴露细胞状态、输出门写入它，恰好说反了。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "erase", "i": "expose", "o": "write"}
