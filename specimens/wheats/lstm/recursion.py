"""The carousel calls itself on half of the steps, and lists come out.

传送带的函数在一半的步数上调用自己，返回列表。
"""

import math

import numpy as np


def product(rows):
    if len(rows) == 0:
        return 1.0
    if len(rows) == 1:
        return rows[0]
    half = len(rows) // 2
    return product(rows[:half]) * product(rows[half:])


def cell_jacobian(f, t, k):
    return (np.identity(f.shape[1]) * product(f[k + 1 : t + 1])).tolist()


def hidden_state(o, c):
    return tuple(gate * math.tanh(cell) for gate, cell in zip(o, c, strict=True))


def gate_roles():
    roles = zip(("forget", "input", "output"), ("erase", "write", "expose"), strict=True)
    return {name[0]: role for name, role in roles}
