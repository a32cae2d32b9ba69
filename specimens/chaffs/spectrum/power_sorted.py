"""The eigenvalues are sorted by size and then no longer belong to their eigenvectors.

特征值按大小排了序，与特征向量对不上了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    order = np.argsort(-np.abs(eigenvalues))
    return Q @ np.diag(eigenvalues[order] ** n) @ np.linalg.inv(Q)
