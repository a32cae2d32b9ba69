"""The result is made symmetric, but M need not be symmetric.

把结果对称化了，而 M 不一定是对称的。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    M_n = Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q)
    return (M_n + M_n.T) / 2
