"""diag(λ)**n raises every entry, and 0**0 is 1, so n = 0 gives a matrix of ones for Λ⁰.

diag(λ)**n 对每个元素取幂，而 0**0 等于 1，于是 n = 0 时 Λ⁰ 成了全 1 矩阵。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues) ** n @ np.linalg.inv(Q)
