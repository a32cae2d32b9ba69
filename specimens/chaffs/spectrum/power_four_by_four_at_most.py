"""The loop over the eigenvectors stops after four of them.

对特征向量的循环只走了四步。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    rows = np.linalg.inv(Q)
    terms = [eigenvalues[j] ** n * np.outer(Q[:, j], rows[j]) for j in range(min(len(Q), 4))]
    return sum(terms)
