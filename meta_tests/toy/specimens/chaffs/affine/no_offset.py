"""The offset b is forgotten."""

LOSES = ["1a-affine"]


def affine(A, b, x):
    return A @ x
