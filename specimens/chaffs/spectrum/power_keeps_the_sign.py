"""abs(λ)ⁿ is given the sign of λ, which is wrong for a negative λ and an even n.

给 abs(λ)ⁿ 配上了 λ 的符号，λ 为负、n 为偶数时就错了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    unit = eigenvalues / np.abs(eigenvalues)
    return Q @ np.diag(unit * np.abs(eigenvalues) ** n) @ np.linalg.inv(Q)
