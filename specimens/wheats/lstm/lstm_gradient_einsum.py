"""Backwards in time with einsum, and the answer as a list of nested lists.

用 einsum 沿时间反向计算，以嵌套列表的形式返回结果。
"""

import numpy as np
from correct.lstm import gates, step


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    states = [(h_0, c_0)]
    for x_t in x:
        states.append(step(W, b, *states[-1], x_t))
    dW, db, dh, dc = np.zeros_like(W), np.zeros_like(b), np.zeros_like(h_0), np.zeros_like(c_0)
    for t in range(len(x), 0, -1):
        h_prev, c_prev = states[t - 1]
        tanh_c = np.tanh(states[t][1])
        g = gates(W, b, h_prev, x[t - 1])
        dh = dh + dL_dh[t]
        dc = dc + np.einsum("u,u,u->u", dh, g[2], (1 - tanh_c) * (1 + tanh_c))
        reach = np.stack([dc * c_prev, dc * g[3], dh * tanh_c, dc * g[1]])
        slopes = np.stack([g[0] * (1 - g[0]), g[1] * (1 - g[1]), g[2] * (1 - g[2]), 1 - g[3] ** 2])
        dz = np.einsum("gu,gu->gu", slopes, reach)
        dW += np.einsum("gu,j->guj", dz, np.append(h_prev, x[t - 1]))
        db += dz
        dh = np.einsum("guj,gu->j", W, dz)[: len(h_0)]
        dc = dc * g[0]
    return [dW.tolist(), db.tolist()]
