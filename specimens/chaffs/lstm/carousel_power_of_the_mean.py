"""The mean forget gate is raised to the power t - k; a mean does not make a product.

把遗忘门的平均值取了 t - k 次幂，而平均值的幂并不等于乘积。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    if t == k:
        return np.eye(f.shape[1])
    return np.diag(np.mean(f[k + 1 : t + 1], axis=0) ** (t - k))
