"""The old cell state is kept whole, as in the first LSTM of 1997, which had no forget gate."""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return c_prev + i * c_tilde
