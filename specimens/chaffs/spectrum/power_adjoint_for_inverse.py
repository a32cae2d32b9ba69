"""The conjugate transpose of Q stands for Q⁻¹, which is right only for a unitary Q.

用 Q 的共轭转置代替了 Q⁻¹，只有 Q 是酉矩阵时才对。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues**n) @ Q.conj().T
