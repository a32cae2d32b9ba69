"""The forget gate acts on the new part as well: f(c_{t-1} + i c̃_t).

遗忘门也作用在新写入的部分上：写成了 f(c_{t-1} + i c̃_t)。
"""

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    return f * (c_prev + i * c_tilde)
