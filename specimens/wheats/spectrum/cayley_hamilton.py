"""W² = 1.3 W - 0.36 I turns every power of W into a W + b I.

由 W² = 1.3 W - 0.36 I，W 的每次幂都可写成 a W + b I。
"""

import numpy as np


def power(Q, eigenvalues, n):
    """A complex array throughout, so that pairs need no care."""
    Q = np.asarray(Q, dtype=complex)
    scaled = np.column_stack([q * e**n for q, e in zip(Q.T, eigenvalues, strict=True)])
    return scaled @ np.linalg.inv(Q)


def w_to_the_30th():
    W = np.array([[0.58, 0.24], [0.24, 0.72]])
    a, b = 1.0, 0.0
    for _ in range(29):
        a, b = 1.3 * a + b, -0.36 * a
    return a * W + b * np.eye(2)
