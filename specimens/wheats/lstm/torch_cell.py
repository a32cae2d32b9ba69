"""Tensors as answers: the cell of torch in double precision, and its derivative by autograd.

返回 torch 张量：用双精度写的单元，它的导数由 autograd 求出。
"""

import torch

NEEDS = ["torch"]


def tensors(*arrays):
    return [torch.as_tensor(array, dtype=torch.float64) for array in arrays]


def gates(W, b, h_prev, x):
    W, b, h_prev, x = tensors(W, b, h_prev, x)
    z = W @ torch.cat([h_prev, x]) + b
    return torch.cat([torch.sigmoid(z[:3]), torch.tanh(z[3:])])


def cell_state(f, i, c_tilde, c_prev):
    f, i, c_tilde, c_prev = tensors(f, i, c_tilde, c_prev)
    return torch.addcmul(f * c_prev, i, c_tilde)


def hidden_state(o, c):
    o, c = tensors(o, c)
    return o * torch.tanh(c)


def step(W, b, h_prev, c_prev, x):
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    c = cell_state(f, i, c_tilde, c_prev)
    return torch.stack([hidden_state(o, c), c])


def cell_jacobian(f, t, k):
    (f,) = tensors(f)

    def carried(c):
        for s in range(k + 1, t + 1):
            c = f[s] * c
        return c

    return torch.autograd.functional.jacobian(carried, torch.ones_like(f[0]))
