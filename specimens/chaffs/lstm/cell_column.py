"""The old cell state is made a column, and its product with the row f fills a whole matrix.

旧的细胞状态变成了列向量，与行向量 f 相乘，填出了整个矩阵。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev.reshape(-1, 1) + i * c_tilde
