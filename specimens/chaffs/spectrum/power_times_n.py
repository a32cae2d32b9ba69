"""The eigenvalues are multiplied by n instead of raised to the power n.

特征值乘了 n，而不是取 n 次幂。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(n * eigenvalues) @ np.linalg.inv(Q)
