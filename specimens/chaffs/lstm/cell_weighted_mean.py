"""The sum is divided by f + i, as if the new cell state were a mean.

结果又除以了 f + i，好像新的细胞状态是加权平均。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return (f * c_prev + i * c_tilde) / (f + i)
