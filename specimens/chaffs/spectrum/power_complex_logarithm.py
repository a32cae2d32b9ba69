"""λⁿ is exp(n log λ) with a complex logarithm, which is NaN for λ = 0.

λⁿ 写成了 exp(n log λ)，用的是复对数，λ = 0 时得到 NaN。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    powers = np.exp(n * np.log(eigenvalues.astype(complex)))
    return Q @ np.diag(powers) @ np.linalg.inv(Q)
