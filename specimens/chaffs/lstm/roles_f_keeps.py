"""f is said to "keep", what it does when open; the role asked for is "erase".

说 f 的作用是 "keep"，那是它打开时做的事；要求填的是 "erase"。
"""

LOSES = ["3a-roles"]


def gate_roles():
    return {"f": "keep", "i": "write", "o": "expose"}
