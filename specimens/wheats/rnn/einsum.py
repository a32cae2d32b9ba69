"""Every contraction is written in index notation.

所有缩并都用下标记号写出。
"""

import numpy as np
from correct.rnn import sigmoid, sigmoid_prime


def layer_jacobian(W, x):
    z = np.einsum("ij,j->i", W, x)
    return np.einsum("i,ij->ij", sigmoid_prime(z), W)


def hidden_states(W, U, h_0, x):
    h = np.empty((len(x) + 1, len(h_0)))
    h[0] = h_0
    drive = np.einsum("ij,tj->ti", U, x)
    for t in range(1, len(h)):
        h[t] = sigmoid(np.einsum("ij,j->i", W, h[t - 1]) + drive[t - 1])
    return h


def state_jacobian(W, h, t, k):
    J = np.identity(len(W))
    for s in range(k + 1, t + 1):
        J = np.einsum("i,ij,jl->il", h[s] * (1 - h[s]), W, J)
    return J


def immediate_jacobian(h, k):
    delta = np.identity(h.shape[1])
    return np.einsum("ai,a,j->aij", delta, h[k] * (1 - h[k]), h[k - 1])


def gradient_term(W, h, dL_dh, t, k):
    chain, immediate = state_jacobian(W, h, t, k), immediate_jacobian(h, k)
    return np.einsum("b,ba,aij->ij", dL_dh[t], chain, immediate)


def loss_gradient(W, h, dL_dh):
    dW = np.zeros_like(W)
    for t in range(len(h)):
        for k in range(1, t + 1):
            dW += gradient_term(W, h, dL_dh, t, k)
    return dW


def expanded_sum(T):
    t, k = np.tril_indices(T)
    return np.stack([t + 1, k + 1, t - k], axis=-1)
