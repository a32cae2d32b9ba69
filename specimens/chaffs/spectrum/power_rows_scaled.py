"""λⁿ scales the rows of Q instead of its columns, the eigenvectors.

λⁿ 乘在了 Q 的行上，而应当乘在列（特征向量）上。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return (eigenvalues**n)[:, None] * Q @ np.linalg.inv(Q)
