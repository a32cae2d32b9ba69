"""All three gates are said to write to the cell.

说三个门都向细胞写入。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return dict.fromkeys("fio", "write")
