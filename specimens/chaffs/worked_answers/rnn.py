"""Exercises 1 and 2a: a recurrent network h_t = σ(W h_{t-1} + U x_t) and its gradient."""

import numpy as np


def floats(*arguments):
    """Arguments as arrays of decimal numbers, whatever they are given as."""
    return [np.asarray(argument, dtype=float) for argument in arguments]


def sigmoid(z):
    """σ(z) = 1/(1 + e^{-z}), from e^{-abs(z)}, which cannot overflow."""
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


def sigmoid_prime(z):
    """σ'(z) = e^{-z}/(1 + e^{-z})²; it is even, so abs(z) will do."""
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def layer_jacobian(W, x):
    """∂σ(Wx)/∂x = diag(σ'(Wx)) W, (n, d)."""
    W, x = floats(W, x)
    return np.diag(sigmoid_prime(W @ x)) @ W


def hidden_states(W, U, h_0, x):
    """h_0 to h_T as rows, (T+1, n)."""
    W, U, h_0, x = floats(W, U, h_0, x)
    h = [h_0]
    for x_t in x:
        h.append(sigmoid(W @ h[-1] + U @ x_t))
    return np.array(h)


def one_step(W, h_t):
    """∂h_t/∂h_{t-1} = diag(σ'(z_t)) W, where σ'(z_t) = h_t (1 - h_t)."""
    return np.diag(h_t * (1 - h_t)) @ W


def state_jacobian(W, h, t, k):
    """∂h_t/∂h_k: one factor per step, the latest on the left, (n, n)."""
    W, h = floats(W, h)
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = one_step(W, h[s]) @ J
    return J


def immediate_jacobian(h, k):
    """∂⁺h_k/∂W: row i of W moves h_k[i] alone, by σ'(z_k)[i] h_{k-1}, (n, n, n)."""
    (h,) = floats(h)
    n = h.shape[1]
    dh_k = np.zeros((n, n, n))
    for i in range(n):
        dh_k[i, i] = h[k, i] * (1 - h[k, i]) * h[k - 1]
    return dh_k


def gradient_term(W, h, dL_dh, t, k):
    """∂L_t/∂h_t · ∂h_t/∂h_k · ∂⁺h_k/∂W, (n, n)."""
    row = floats(dL_dh)[0][t] @ state_jacobian(W, h, t, k)
    return np.einsum("a,aij->ij", row, immediate_jacobian(h, k))


def loss_gradient(W, h, dL_dh):
    """∂L/∂W: the terms of all t and all k ≤ t, (n, n)."""
    W, h, dL_dh = floats(W, h, dL_dh)
    T = len(h) - 1
    dW = np.zeros_like(W)
    for t in range(T + 1):
        for k in range(1, t + 1):
            dW += gradient_term(W, h, dL_dh, t, k)
    return dW


def expanded_sum(T):
    """t, k and the number t - k of factors diag(σ')W for every term of the double sum."""
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=int).reshape(-1, 3)
