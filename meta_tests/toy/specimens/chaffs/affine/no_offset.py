"""The offset b is forgotten.

漏了偏移量 b。
"""

LOSES = ["1a-affine"]


def affine(A, b, x):
    return A @ x
