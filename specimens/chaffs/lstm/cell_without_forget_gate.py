"""The old cell state is kept whole, as in the first LSTM of 1997, which had no forget gate.

旧的细胞状态全部保留，像 1997 年最早的 LSTM 那样，没有遗忘门。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return c_prev + i * c_tilde
