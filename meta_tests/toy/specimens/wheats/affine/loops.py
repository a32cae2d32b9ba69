"""Sums written out.

把求和逐项写出。
"""


def affine(A, b, x):
    return [
        sum(a * v for a, v in zip(row, x, strict=True)) + c for row, c in zip(A, b, strict=True)
    ]


def slope(A):
    return [list(row) for row in A]
