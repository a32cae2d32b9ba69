"""An affine map and its derivative."""

import numpy as np


def affine(A, b, x):
    """f(x) = A x + b, (m,)."""
    return A @ x + b


def slope(A):
    """∂f/∂x, (m, n)."""
    return np.array(A, dtype=float)
