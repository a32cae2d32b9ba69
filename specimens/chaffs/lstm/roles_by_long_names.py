"""The gates are called forget, input, output; the keys must be f, i and o.

键写成了 forget、input、output，而应当是 f、i、o。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return {"forget": "erase", "input": "write", "output": "expose"}
