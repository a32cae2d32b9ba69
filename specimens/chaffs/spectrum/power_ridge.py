"""10⁻⁶ is added to the diagonal of Q before it is inverted, as if it were singular.

求逆前给 Q 的对角线加了 10⁻⁶，好像它是奇异的。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return Q @ np.diag(eigenvalues**n) @ np.linalg.inv(Q + 1e-6 * np.eye(len(Q)))
