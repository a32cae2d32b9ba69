"""An affine map and its derivative."""


def affine(A, b, x):
    """f(x) = A x + b, (m,)."""
    raise NotImplementedError


def slope(A):
    """∂f/∂x, (m, n)."""
    raise NotImplementedError
