"""The candidate is written whole, without the input gate."""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev + c_tilde
