"""sympy diagonalises W in exact fractions; a label by exact comparison.

用 sympy 以精确分数把 W 对角化；用精确比较来判断极限。
"""

import numpy as np
import sympy

NEEDS = ["sympy"]


def w_to_the_30th():
    W = sympy.Matrix([[58, 24], [24, 72]]) / 100
    P, D = W.diagonalize()
    return np.array((P * D**30 * P.inv()).evalf(30), dtype=float)


def limit_of_powers(eigenvalues):
    parts = [(sympy.Rational(float(e.real)), sympy.Rational(float(e.imag))) for e in eigenvalues]
    largest = max(a**2 + b**2 for a, b in parts)
    return {-1: "vanishes", 0: "bounded", 1: "explodes"}[int(sympy.sign(largest - 1))]
