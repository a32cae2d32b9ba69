"""W is flattened to one vector, and the answer is (n, n²) instead of (n, n, n).

把 W 摊平成了一个向量，返回的形状是 (n, n²)，而不是 (n, n, n)。
"""

import numpy as np

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    return np.kron(np.diag(h[k] * (1 - h[k])), h[k - 1])
