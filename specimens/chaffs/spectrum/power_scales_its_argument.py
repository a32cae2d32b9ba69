"""The columns of Q are scaled in place, so the caller's eigenvectors are lost.

在原地缩放了 Q 的各列，调用者的特征向量被破坏了。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    left = np.linalg.inv(Q)
    Q *= eigenvalues**n
    return Q @ left
