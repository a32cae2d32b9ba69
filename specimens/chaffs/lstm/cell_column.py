"""The old cell state is made a column, and its product with the row f fills a whole matrix."""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev.reshape(-1, 1) + i * c_tilde
