"""The eigenvectors are made orthonormal by QR, and then are eigenvectors no longer.

用 QR 分解把特征向量正交化了，它们也就不再是特征向量。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    Q, _ = np.linalg.qr(Q)
    return Q @ np.diag(eigenvalues**n) @ Q.conj().T
