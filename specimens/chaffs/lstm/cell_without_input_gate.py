"""The candidate is written whole, without the input gate.

候选值全部写入，没有乘输入门。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev + c_tilde
