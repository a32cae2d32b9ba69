"""The cell state is exposed without tanh, so that h can leave [-1, 1].

细胞状态没有经过 tanh 就输出了，于是 h 会超出 [-1, 1]。
"""

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * c
