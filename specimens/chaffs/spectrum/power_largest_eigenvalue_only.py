"""Only the dominant eigenvalue is kept, as in the limit of large n.

只保留了占主导的那个特征值，好像 n 已经趋于无穷。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    kept = np.abs(eigenvalues) == np.max(np.abs(eigenvalues))
    return Q @ np.diag(np.where(kept, eigenvalues**n, 0)) @ np.linalg.inv(Q)
