"""Q⁻¹ by an LU factorisation for the power, by a singular value decomposition for W³⁰.

求幂时用 LU 分解得到 Q⁻¹，求 W³⁰ 时用奇异值分解。
"""

import numpy as np
from scipy.linalg import lu_factor, lu_solve


def power(Q, eigenvalues, n):
    inverse = lu_solve(lu_factor(Q), np.eye(len(Q)))
    return np.linalg.multi_dot([Q, np.diag(eigenvalues**n), inverse])


def w_to_the_30th():
    U, s, Vt = np.linalg.svd([[0.58, 0.24], [0.24, 0.72]])
    return U @ np.diag(s**30) @ Vt


def limit_of_powers(eigenvalues):
    radius = np.linalg.norm(np.diag(eigenvalues), 2)
    return ["vanishes", "bounded", "explodes"][int(radius >= 1) + int(radius > 1)]
