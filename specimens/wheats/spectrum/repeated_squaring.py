"""M is rebuilt from its eigenvectors and then squared again and again.

由特征向量重新算出 M，再反复平方。
"""

import numpy as np


def power(Q, eigenvalues, n):
    M = Q @ np.diag(eigenvalues) @ np.linalg.inv(Q)
    result = np.eye(len(M))
    while n > 0:
        if n % 2 == 1:
            result = result @ M
        n = n // 2
        if n > 0:
            M = M @ M
    return result


def w_to_the_30th():
    W = np.array([[0.58, 0.24], [0.24, 0.72]])
    W2 = W @ W
    W4 = W2 @ W2
    W8 = W4 @ W4
    W16 = W8 @ W8
    return W16 @ W8 @ W4 @ W2
