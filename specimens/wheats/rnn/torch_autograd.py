"""Derivatives by torch.autograd, of the forward map and of a linearised network.

用 torch.autograd 求导：对前向映射，以及对线性化的网络。
"""

import torch

NEEDS = ["torch"]


def tensors(*arrays):
    return [torch.as_tensor(array, dtype=torch.float64) for array in arrays]


def sigmoid(z):
    return torch.sigmoid(torch.as_tensor(z, dtype=torch.float64)).numpy()


def layer_jacobian(W, x):
    W, x = tensors(W, x)
    return torch.autograd.functional.jacobian(lambda v: torch.sigmoid(W @ v), x)


def hidden_states(W, U, h_0, x):
    W, U, h_0, x = tensors(W, U, h_0, x)
    h = [h_0]
    for x_t in x:
        h.append(torch.sigmoid(W @ h[-1] + U @ x_t))
    return torch.stack(h)


def loss_gradient(W, h, dL_dh):
    """h_t + σ'(z_t) (what W h_{t-1} has moved by): the derivatives of h_t, and no need of U."""
    W, h, dL_dh = tensors(W, h, dL_dh)
    here = W.clone()
    W.requires_grad_()
    moved, loss = h[0], torch.sum(0 * W)
    for t in range(1, len(h)):
        moved = h[t] + h[t] * (1 - h[t]) * (W @ moved - here @ h[t - 1])
        loss = loss + dL_dh[t] @ moved
    loss.backward()
    return W.grad.numpy()
