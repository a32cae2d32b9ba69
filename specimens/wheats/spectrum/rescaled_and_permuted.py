"""Eigenvectors are brought to length 1 and ordered by abs(λ) before anything else.

先把特征向量化为单位长度，并按 abs(λ) 排序。
"""

import numpy as np


def power(Q, eigenvalues, n):
    order = np.argsort(-np.abs(eigenvalues), kind="stable")
    Q, eigenvalues = Q[:, order], eigenvalues[order]
    Q = Q / np.linalg.norm(Q, axis=0)
    return np.einsum("ij,j,jk->ik", Q, eigenvalues**n, np.linalg.inv(Q))


def w_to_the_30th():
    eigenvalues, Q = np.linalg.eig(np.array([[0.58, 0.24], [0.24, 0.72]]))
    return (-Q * eigenvalues**30) @ np.linalg.inv(-Q)


def limit_of_powers(eigenvalues):
    largest = sorted(eigenvalues, key=abs)[-1]
    growth = round(np.log(abs(largest)), 9) if largest else -np.inf
    return "explodes" if growth > 0 else "vanishes" if growth < 0 else "bounded"
