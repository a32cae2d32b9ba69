"""The forget gates are averaged over the units, but every unit has its own.

遗忘门对各单元取了平均，而每个单元的遗忘门各不相同。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.prod(np.mean(f[k + 1 : t + 1], axis=1)) * np.eye(f.shape[1])
