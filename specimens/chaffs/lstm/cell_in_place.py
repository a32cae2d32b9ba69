"""The caller's c_prev is turned into the new cell state.

把调用者的 c_prev 直接改成了新的细胞状态。
"""

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    c_prev *= f
    c_prev += i * c_tilde
    return c_prev
