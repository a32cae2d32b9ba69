"""n factors M, one after another, and a label read off the size of a late power.

把 n 个 M 逐个相乘；看高次幂的大小来判断极限。
"""

import numpy as np


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    M_n = np.eye(Q.shape[0])
    for _ in range(n):
        M_n = M_n @ M
    return np.real_if_close(M_n, tol=1e6)


def w_to_the_30th():
    return np.linalg.matrix_power([[0.58, 0.24], [0.24, 0.72]], 30)


def limit_of_powers(eigenvalues):
    size = max(np.abs(eigenvalues) ** 1000)
    if size < 1e-6:
        return "vanishes"
    if size > 1e6:
        return "explodes"
    return "bounded"
