"""Every gate is given the role of its neighbour: f writes, i exposes, o erases.

每个门都安上了别的门的作用：f 写入，i 暴露，o 擦除。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "write", "i": "expose", "o": "erase"}
