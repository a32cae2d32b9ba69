"""h is o ⊙ tanh(c̃_t): the candidate is exposed instead of the cell state.

h 写成了 o ⊙ tanh(c̃_t)：露出的是候选值，而不是细胞状态。
"""

from correct.lstm import cell_state, gates, hidden_state

LOSES = ["3a-roles", "3b-ranges"]


def step(W, b, h_prev, c_prev, x):
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    return hidden_state(o, c_tilde), cell_state(f, i, c_tilde, c_prev)
