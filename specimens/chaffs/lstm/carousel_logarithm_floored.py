"""f is kept above 10⁻¹² before its logarithm is taken, for fear of log 0.

怕出现 log 0，取对数之前把 f 限制在 10⁻¹² 以上。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    return np.diag(np.exp(np.sum(np.log(np.maximum(f[k + 1 : t + 1], 1e-12)), axis=0)))
