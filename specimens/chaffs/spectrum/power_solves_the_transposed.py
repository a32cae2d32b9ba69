"""The system is solved with Qᵀ on the wrong side: this is Q⁻ᵀ Q Λⁿ.

解方程组时 Qᵀ 放错了一侧，得到的是 Q⁻ᵀ Q Λⁿ。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return np.linalg.solve(Q.T, Q * eigenvalues**n)
