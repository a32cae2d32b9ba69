"""The cell state is taken to be carried on unchanged, which holds only if every f is 1.

认为细胞状态总是原样传下去，那只有每个 f 都是 1 时才成立。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.eye(f.shape[1])
