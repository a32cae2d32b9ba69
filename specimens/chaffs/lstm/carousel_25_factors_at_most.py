"""The product is cut off after 25 factors, which is wrong for long sequences only.

乘积最多只取 25 个因子，序列很长时才错。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.prod(f[max(k + 1, t - 24) : t + 1], axis=0))
