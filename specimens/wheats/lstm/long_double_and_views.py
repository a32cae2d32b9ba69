"""Long double inside; outside, views that are read-only or in Fortran order.

内部用 long double；返回的是只读的或按 Fortran 顺序存放的视图。
"""

import numpy as np


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(z / 2)


def gates(W, b, h_prev, x):
    z = W.astype(np.longdouble) @ np.r_[h_prev, x] + b
    answer = np.asfortranarray(np.vstack([sigmoid(z[:3]), np.tanh(z[3:])]), dtype=float)
    return answer.view()


def cell_state(f, i, c_tilde, c_prev):
    c = f * np.longdouble(c_prev) + i * np.longdouble(c_tilde)
    return np.array([c, c], dtype=float).T[:, 0]


def hidden_state(o, c):
    h = (o * np.tanh(np.longdouble(c))).astype(float)
    h.setflags(write=False)
    return h


def cell_jacobian(f, t, k):
    """The diagonal is written through a view with a stride of H + 1."""
    H = f.shape[1]
    J = np.zeros(H * H)
    J[:: H + 1] = np.multiply.reduce(f[k + 1 : t + 1].astype(np.longdouble), axis=0)
    return J.reshape(H, H)
