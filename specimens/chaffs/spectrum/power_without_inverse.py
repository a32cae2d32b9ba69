"""The factor Q⁻¹ is forgotten: Q Λⁿ is not a power of M.

漏了因子 Q⁻¹：Q Λⁿ 不是 M 的幂。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues**n)
