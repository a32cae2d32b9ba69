"""The terms are collected by λ, so of a repeated eigenvalue one eigenvector is left.

各项按 λ 归类，重特征值只剩下一个特征向量。
"""

import numpy as np

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    rows = np.linalg.inv(Q)
    terms = {}
    for q, eigenvalue, p in zip(Q.T, eigenvalues, rows, strict=True):
        terms[complex(eigenvalue)] = eigenvalue**n * np.outer(q, p)
    return sum(terms.values())
