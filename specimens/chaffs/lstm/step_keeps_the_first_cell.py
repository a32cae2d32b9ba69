"""The first c_0 ever given is used at every step.

每一步用的都是最初给的那个 c_0。
"""

from correct.lstm import cell_state, gates, hidden_state

LOSES = ["3a-roles", "3b-ranges"]

first = {}


def step(W, b, h_prev, c_prev, x):
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    c = cell_state(f, i, c_tilde, first.setdefault(len(c_prev), c_prev))
    return hidden_state(o, c), c
