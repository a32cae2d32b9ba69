"""Only W is multiplied from step to step; every diag(σ') is missing.

每一步只乘了 W，所有的 diag(σ') 都漏了。
"""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    return np.linalg.matrix_power(W, t - k)
