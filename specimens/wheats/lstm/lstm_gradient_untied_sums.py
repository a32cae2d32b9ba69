"""One pass backwards for the loss of each step alone, and all uses of the weights added up.

对每一步的损失单独反向传播一遍，再把权重的每次使用加起来。
"""

import numpy as np
from correct.lstm import gates, step


def one_loss(W, trace, dL_t_dh_t):
    dW, db, dh, dc = np.zeros(W.shape), np.zeros(W.shape[:2]), dL_t_dh_t, 0 * dL_t_dh_t
    for (f, i, o, c_tilde), seen, c_prev, c in reversed(trace):
        dc = dc + dh * o / np.cosh(c) ** 2
        dz = np.stack(
            [
                (f - f * f) * (c_prev * dc),
                (i - i * i) * (c_tilde * dc),
                (o - o * o) * (np.tanh(c) * dh),
                (1 - c_tilde) * (1 + c_tilde) * (i * dc),
            ]
        )
        dW += np.multiply.outer(dz, seen)
        db += dz
        dh, dc = np.tensordot(dz, W[:, :, : len(dh)], axes=2), f * dc
    return dW, db


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    h, c, trace, dW, db = h_0, c_0, [], np.zeros(W.shape), np.zeros(b.shape)
    for x_t, loss in zip(x, dL_dh[1:], strict=True):
        (h_next, c_next), seen = step(W, b, h, c, x_t), np.concatenate([h, x_t])
        trace.append((gates(W, b, h, x_t), seen, c, c_next))
        h, c = h_next, c_next
        more = one_loss(W, trace, loss)
        dW, db = dW + more[0], db + more[1]
    return dW, db
