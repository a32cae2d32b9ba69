"""It is the norm of the power (W/4)^{t-k}, which forgets the σ' between the factors.

算的是幂 (W/4)^{t-k} 的范数，忽略了因子之间的 σ'。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return np.linalg.norm(np.linalg.matrix_power(W / 4, t - k), 2)
