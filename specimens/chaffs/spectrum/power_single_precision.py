"""The matrices are stored in single precision, which keeps only seven digits.

矩阵用单精度存放，只有七位有效数字。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    Q = np.asarray(Q, dtype=np.complex64)
    return Q @ np.diag(eigenvalues**n).astype(np.complex64) @ np.linalg.inv(Q)
