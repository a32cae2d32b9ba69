"""The input gate is added to the candidate instead of multiplied with it.

输入门与候选值相加了，而应当相乘。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev + i + c_tilde
