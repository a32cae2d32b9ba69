"""The rows of the gates are unpacked as i, f, o, c̃; they come as f, i, o, c̃.

把门的各行按 i、f、o、c̃ 的顺序拆开，而它们的顺序是 f、i、o、c̃。
"""

from correct.lstm import cell_state, gates, hidden_state

LOSES = ["3a-roles"]


def step(W, b, h_prev, c_prev, x):
    i, f, o, c_tilde = gates(W, b, h_prev, x)
    c = cell_state(f, i, c_tilde, c_prev)
    return hidden_state(o, c), c
