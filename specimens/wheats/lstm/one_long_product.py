"""W is flattened to one (4H, H+D) matrix, and the carousel is a cumulative product.

把 W 摊平成一个 (4H, H+D) 矩阵，传送带用累积乘积来算。
"""

import numpy as np
from correct.rnn import sigmoid


def gates(W, b, h_prev, x):
    H = len(h_prev)
    z = W.reshape(4 * H, -1) @ np.append(h_prev, x) + b.ravel()
    squashed = np.where(np.arange(4 * H) < 3 * H, sigmoid(z), np.tanh(z))
    return np.asfortranarray(squashed.reshape(4, H))


def cell_state(f, i, c_tilde, c_prev):
    return np.sum([f * c_prev, i * c_tilde], axis=0)


def cell_jacobian(f, t, k):
    kept = np.ones_like(f[: t - k + 1])
    kept[1:] = f[k + 1 : t + 1]
    return np.diag(np.cumprod(kept, axis=0)[-1])
