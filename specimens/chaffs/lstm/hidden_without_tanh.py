"""The cell state is exposed without tanh, so that h can leave [-1, 1]."""

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * c
