"""Arguments are used as they come; lists, which are allowed too, have no arithmetic.

直接使用参数；参数也可以是列表，而列表不能做运算。
"""

import numpy as np

LOSES = ["2d-norm-bound"]
AS_GIVEN = True


def jacobian_norm_bound(W, t, k):
    return np.sqrt(np.linalg.eigvalsh(W.T @ W).max() / 16) ** (t - k)
