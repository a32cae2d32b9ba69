"""The gradient is carried forwards in time: how h_t and c_t move with every weight.

梯度沿时间正向累积：记录 h_t 和 c_t 怎样随每个权重变动。
"""

import numpy as np
from correct.lstm import gates


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    H, h, c = len(h_0), h_0, c_0
    inputs = W.shape[2] + 1
    dh, dc = np.zeros((H, 4, H, inputs)), np.zeros((H, 4, H, inputs))
    total = np.zeros((4, H, inputs))
    for x_t, loss in zip(x, dL_dh[1:], strict=True):
        f, i, o, c_tilde = g = gates(W, b, h, x_t)
        seen = np.concatenate([h, x_t, [1.0]])
        dz = np.einsum("gaj,jhic->gahic", W[:, :, :H], dh)
        for gate in range(4):
            for unit in range(H):
                dz[gate, unit, gate, unit] += seen
        slopes = np.concatenate([g[:3] * (1 - g[:3]), 1 - g[3:] ** 2])
        df, di, do, dc_tilde = slopes[:, :, None, None, None] * dz
        f, i, o, c_tilde, old = (v[:, None, None, None] for v in (f, i, o, c_tilde, c))
        dc = f * dc + old * df + c_tilde * di + i * dc_tilde
        c = g[0] * c + g[1] * g[3]
        tanh_c = np.tanh(c)
        dh = tanh_c[:, None, None, None] * do + o * (1 - tanh_c**2)[:, None, None, None] * dc
        h = g[2] * tanh_c
        total += np.tensordot(loss, dh, axes=1)
    return total[:, :, :-1], total[:, :, -1]
