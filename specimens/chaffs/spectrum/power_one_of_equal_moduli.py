"""The terms are collected by abs(λ), so of eigenvalues with the same modulus one is left.

各项按 abs(λ) 归类，模相同的特征值只剩下一个。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    rows = np.linalg.inv(Q)
    terms = {}
    for q, eigenvalue, p in zip(Q.T, eigenvalues, rows, strict=True):
        terms[abs(eigenvalue)] = eigenvalue**n * np.outer(q, p)
    return sum(terms.values())
