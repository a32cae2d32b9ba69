"""The cell state is kept between two calls, and the given c_prev is used only the first time."""

from correct.lstm import cell_state, gates, hidden_state

LOSES = ["3a-roles", "3b-ranges"]

cells = {}


def step(W, b, h_prev, c_prev, x):
    H = len(h_prev)
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    cells[H] = cell_state(f, i, c_tilde, cells.get(H, c_prev))
    return hidden_state(o, cells[H]), cells[H]
