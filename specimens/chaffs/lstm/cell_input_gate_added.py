"""The input gate is added to the candidate instead of multiplied with it."""

LOSES = ["3a-roles", "3c-carousel"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev + i + c_tilde
