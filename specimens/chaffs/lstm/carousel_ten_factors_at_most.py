"""The product is cut off after ten factors, which is wrong for long sequences only.

乘积最多只取十个因子，序列长了就错。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.prod(f[max(k + 1, t - 9) : t + 1], axis=0))
