"""The product is cut off after three factors, as in truncated backpropagation.

乘积最多只取三个因子，像截断的反向传播那样。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.prod(f[max(k + 1, t - 2) : t + 1], axis=0))
