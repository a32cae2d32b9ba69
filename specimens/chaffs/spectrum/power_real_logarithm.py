"""λⁿ is exp(n log λ) with a real logarithm, which is NaN for a negative λ.

λⁿ 写成了 exp(n log λ)，用的是实对数，λ 为负时得到 NaN。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(np.exp(n * np.log(eigenvalues))) @ np.linalg.inv(Q)
