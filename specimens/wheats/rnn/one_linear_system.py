"""The unrolled network is one block triangular system, solved once for all time steps.

把展开的网络写成一个分块三角方程组，一次解出所有时间步。
"""

import numpy as np
from scipy.linalg import solve_triangular


def loss_gradient(W, h, dL_dh):
    n, T = len(W), len(h) - 1
    if T == 0:
        return np.zeros((n, n))
    q = h[1:] * (1 - h[1:])
    system = np.eye(T * n)
    for t in range(1, T):
        here, later = slice((t - 1) * n, t * n), slice(t * n, (t + 1) * n)
        system[here, later] = -(q[t][:, None] * W).T
    adjoint = solve_triangular(system, dL_dh[1:].ravel(), unit_diagonal=True)
    return (adjoint.reshape(T, n) * q).T @ h[:-1]
