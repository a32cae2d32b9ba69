"""Central differences of the loss, right to about nine digits.

用中心差分近似损失的导数，大约只有九位数字正确。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3d-lstm-gradient"]


def losses(W, b, h, c, x, dL_dh):
    L = np.zeros(len(W))
    for x_t, dL_t_dh_t in zip(x, dL_dh[1:], strict=True):
        seen = np.concatenate([h, np.broadcast_to(x_t, (len(h), len(x_t)))], axis=1)
        z = (W @ seen[:, None, :, None])[..., 0] + b
        f, i, o = sigmoid(z[:, :3]).swapaxes(0, 1)
        c = f * c + i * np.tanh(z[:, 3])
        h = o * np.tanh(c)
        L += h @ dL_t_dh_t
    return L


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    def shifted(by):
        every = weights + by * np.eye(len(weights))
        N, split = len(every), W.size
        Ws, bs = every[:, :split].reshape(N, *W.shape), every[:, split:].reshape(N, *b.shape)
        return losses(Ws, bs, np.tile(h_0, (N, 1)), np.tile(c_0, (N, 1)), x, dL_dh)

    weights = np.concatenate([np.ravel(W), np.ravel(b)]).astype(float)
    gradient = (shifted(1e-6) - shifted(-1e-6)) / 2e-6
    return gradient[: W.size].reshape(W.shape), gradient[W.size :].reshape(b.shape)
