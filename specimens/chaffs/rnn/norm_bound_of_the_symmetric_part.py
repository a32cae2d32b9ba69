"""The eigenvalues of the symmetric part of W take the place of the singular values.

用 W 的对称部分的特征值代替了奇异值。
"""

import numpy as np

LOSES = ["2d-norm-bound"]


def jacobian_norm_bound(W, t, k):
    return (np.abs(np.linalg.eigvalsh((W + W.T) / 2)).max() / 4) ** (t - k)
