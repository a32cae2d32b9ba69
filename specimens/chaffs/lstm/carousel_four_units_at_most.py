"""Only the first four units are filled in.

只填了前四个单元。
"""

from correct.lstm import cell_jacobian as exact

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    J = exact(f, t, k)
    J[4:] = 0
    return J
