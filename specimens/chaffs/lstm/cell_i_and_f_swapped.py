"""The input gate is put on the old cell state and the forget gate on the candidate.

输入门乘在了旧的细胞状态上，遗忘门乘在了候选值上。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return i * c_prev + f * c_tilde
