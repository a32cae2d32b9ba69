"""1 - f stands for the input gate, as in a GRU.

用 1 - f 代替了输入门，像 GRU 那样。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev + (1 - f) * c_tilde
