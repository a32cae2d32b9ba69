"""One factor too few: λⁿ⁻¹ stands for λⁿ.

少乘了一次：用 λⁿ⁻¹ 代替了 λⁿ。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M_n = np.eye(len(Q))
    for _ in range(1, n):
        M_n = M_n @ Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    return M_n
