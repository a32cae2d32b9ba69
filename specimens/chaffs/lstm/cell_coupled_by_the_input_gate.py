"""1 - i stands for the forget gate: what is written replaces what was there.

用 1 - i 代替了遗忘门：写入多少，就丢掉多少旧的。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return (1 - i) * c_prev + i * c_tilde
