"""Powers above 16 are clipped, so that no entry can explode.

超过 16 的幂被截断，元素就不会发散了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    powers = eigenvalues**n
    clipped = powers / np.maximum(np.abs(powers) / 16, 1)
    return Q @ np.diag(clipped) @ np.linalg.inv(Q)
