"""W³⁰ in rational arithmetic, rounded once at the very end; lists as answers.

用有理数精确计算 W³⁰，只在最后舍入一次；用列表返回结果。
"""

from fractions import Fraction

import numpy as np


def multiply(A, B):
    columns = list(zip(*B, strict=True))
    return [[dot(row, column) for column in columns] for row in A]


def dot(a, b):
    return sum(a_i * b_i for a_i, b_i in zip(a, b, strict=True))


def w_to_the_30th():
    W = [[Fraction(58, 100), Fraction(24, 100)], [Fraction(24, 100), Fraction(72, 100)]]
    W_n = W
    for _ in range(29):
        W_n = multiply(W_n, W)
    return [[float(entry) for entry in row] for row in W_n]


def power(Q, eigenvalues, n):
    diagonal = [[0] * len(Q) for _ in Q]
    for i, eigenvalue in enumerate(eigenvalues):
        diagonal[i][i] = eigenvalue**n
    return multiply(multiply(Q, diagonal), np.linalg.inv(Q))


def limit_of_powers(eigenvalues):
    squared = max((e * e.conjugate()).real for e in eigenvalues)
    if squared == 1:
        return "bounded"
    return "explodes" if squared > 1 else "vanishes"
