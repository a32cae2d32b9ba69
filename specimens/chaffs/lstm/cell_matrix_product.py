"""f and c_{t-1} are multiplied by @, which gives one number for all units.

f 与 c_{t-1} 之间用了 @，所有单元得到同一个数。
"""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f @ c_prev + i * c_tilde
