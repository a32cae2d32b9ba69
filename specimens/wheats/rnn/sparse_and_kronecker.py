"""Diagonal matrices are sparse, and the immediate partial is a Kronecker product.

对角矩阵用稀疏矩阵存放，直接偏导数写成克罗内克积。
"""

import numpy as np
from scipy import sparse
from scipy.special import expit


def layer_jacobian(W, x):
    y = expit(W @ x)
    return sparse.diags(y * (1 - y)) @ W


def immediate_jacobian(h, k):
    n = h.shape[1]
    return np.kron(np.diag(h[k] * (1 - h[k])), h[k - 1]).reshape(n, n, n)


def gradient_term(W, h, dL_dh, t, k):
    row = dL_dh[t]
    for s in range(t, k, -1):
        row = (sparse.diags(h[s] * (1 - h[s])) @ W).T @ row
    n = len(W)
    return (row @ immediate_jacobian(h, k).reshape(n, n * n)).reshape(n, n)


def expanded_sum(T):
    t, k = sparse.tril(np.ones((T, T))).nonzero()
    return np.column_stack([t + 1, k + 1, t - k])
