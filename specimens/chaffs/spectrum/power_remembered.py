"""M is computed once for each size and used again for other eigenvectors and eigenvalues.

每种大小的 M 只算一次，换了特征向量和特征值也不重算。
"""

import numpy as np

LOSES = ["2b-power"]

known = {}


def power(Q, eigenvalues, n):
    M = known.setdefault(len(Q), Q @ np.diag(eigenvalues) @ np.linalg.inv(Q))
    return np.linalg.matrix_power(M, n)
