"""A sigmoid RNN and its derivatives: h_t = σ(z_t), z_t = W h_{t-1} + U x_t. Exercises 1, 2a, 2d.

W (n, n), U (n, d); h_0 (n,) is given and does not depend on W; no bias. Time is the row index:
h is (T+1, n) with row t = h_t, so row 0 is h_0; x is (T, d) with row t-1 = x_t;
dL_dh is (T+1, n) with row t = ∂L_t/∂h_t, the direct effect of h_t on L_t alone.

Sources: Werbos (1990), Backpropagation through time: what it does and how to do it;
Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks;
Goodfellow, Bengio, Courville (2016), Deep Learning, chapter 10.
"""

from functools import reduce

import numpy as np


def sigmoid(z):
    """σ(z) = 1 / (1 + e^{-z}), entry by entry: the shape of z.

    z may have any shape and any finite value. Exercise 1a.

    With e = e^{-|z|} ≤ 1, which never overflows: 1 / (1 + e) where z ≥ 0, else e / (1 + e).
    """
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def sigmoid_prime(z):
    """σ'(z) = dσ/dz, entry by entry: the shape of z.

    z may have any shape and any finite value. Exercise 1a.

    σ'(z) = e^{-z} / (1 + e^{-z})² = σ(z) σ(-z). It is even, so e = e^{-|z|} serves both signs, and
    the tails keep their relative accuracy, where 1 - σ(z) has none left.
    """
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e) ** 2


def layer_jacobian(W, x):
    """∂y/∂x for the layer y = σ(W x): (n, d), [i, j] = ∂y_i/∂x_j.

    W (n, d), x (d,). Exercise 1a.

    diag(σ'(W x)) W, that is [i, j] = σ'((W x)_i) W_ij.
    """
    W, x = _floats(W, x)
    return sigmoid_prime(W @ x)[:, None] * W


def hidden_states(W, U, h_0, x):
    """The states h_0, h_1, ..., h_T as rows: (T+1, n).

    W (n, n), U (n, d), h_0 (n,), x (T, d), T ≥ 0. Exercise 1b.

    h_t = σ(W h_{t-1} + U x_t): Goodfellow et al. (2016), section 10.2, with σ and without bias.
    """
    W, U, h_0, x = _floats(W, U, h_0, x)
    h = [h_0]
    for x_t in x:
        h.append(sigmoid(W @ h[-1] + U @ x_t))
    return np.stack(h)


def state_jacobian(W, h, t, k):
    """∂h_t/∂h_k, the effect of h_k on h_t through every step between: (n, n).

    W (n, n), h (T+1, n), 0 ≤ k ≤ t ≤ T. Exercise 1b.

    diag(σ'(z_t)) W · diag(σ'(z_{t-1})) W · ... · diag(σ'(z_{k+1})) W: t-k factors, the latest step
    leftmost; none, so I, where t = k. Pascanu et al. (2013), equation 5.
    """
    W, h = _floats(W, h)
    steps = [_slope(h[s])[:, None] * W for s in range(t, k, -1)]
    return reduce(np.matmul, steps, np.eye(len(W)))


def immediate_jacobian(h, k):
    """∂⁺h_k/∂W, with h_{k-1} held fixed: (n, n, n), [a, i, j] = ∂⁺h_k[a]/∂W[i, j].

    h (T+1, n), 1 ≤ k ≤ T. Exercise 1b.

    δ_ai σ'(z_k)_i h_{k-1}[j], zero off row a of W: the last factor of Pascanu et al. (2013),
    equation 4.
    """
    (h,) = _floats(h)
    return np.einsum("ai,i,j->aij", np.eye(h.shape[1]), _slope(h[k]), h[k - 1])


def gradient_term(W, h, dL_dh, t, k):
    """∂L_t/∂h_t · ∂h_t/∂h_k · ∂⁺h_k/∂W: (n, n), [i, j] belongs to W[i, j].

    W (n, n), h (T+1, n), dL_dh (T+1, n), 1 ≤ k ≤ t ≤ T. Exercise 1b.

    What the use of W at step k alone does to L_t: Pascanu et al. (2013), equation 4.
    """
    (dL_dh,) = _floats(dL_dh)
    dL_t_dh_k = dL_dh[t] @ state_jacobian(W, h, t, k)
    return np.tensordot(dL_t_dh_k, immediate_jacobian(h, k), axes=1)


def loss_gradient(W, h, dL_dh):
    """∂L/∂W for L = L_0(h_0) + L_1(h_1) + ... + L_T(h_T): (n, n), [i, j] = ∂L/∂W[i, j].

    W (n, n), h (T+1, n), dL_dh (T+1, n), T ≥ 0. Exercise 1b.

    The sum of gradient_term over 1 ≤ k ≤ t ≤ T, collected backwards in time (L_0 adds nothing):
    ∂L/∂z_t = σ'(z_t) ⊙ (∂L_t/∂h_t + Wᵀ ∂L/∂z_{t+1}), and ∂L/∂W is the sum of ∂L/∂z_t h_{t-1}ᵀ.
    Werbos (1990); Goodfellow et al. (2016), section 10.2.2.
    """
    W, h, dL_dh = _floats(W, h, dL_dh)
    dW, dh = np.zeros(W.shape), np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        dz = _slope(h[t]) * (dL_dh[t] + dh)
        dW += np.outer(dz, h[t - 1])
        dh = W.T @ dz
    return dW


def expanded_sum(T):
    """The terms of the double sum for ∂L/∂W, one a row, in any order: (T(T+1)/2, 3).

    A row holds three integers: t, k, and how many one-step Jacobians ∂h_s/∂h_{s-1} the factor
    ∂h_t/∂h_k of this term is made of. T ≥ 0. Exercise 2a.

    (t, k, t-k) for 1 ≤ k ≤ t ≤ T: Pascanu et al. (2013), equations 3 to 5.
    """
    terms = [(t, k, t - k) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(terms, dtype=np.int64).reshape(-1, 3)


def jacobian_norm_bound(W, t, k):
    """(‖W‖₂/4)^{t-k}, which ‖∂h_t/∂h_k‖₂ never exceeds: one number.

    W (n, n) with largest singular value ‖W‖₂; t, k with 0 ≤ k ≤ t. Exercise 2d, for bonus points.

    ∂h_t/∂h_k is a product of t-k factors diag(σ'(z_s)) W, the norm of a product is at most the
    product of the norms, and ‖diag(σ')‖₂ = max σ' ≤ 1/4: Pascanu et al. (2013), section 2.1. A
    sigmoid RNN therefore forgets where ‖W‖₂ < 4.
    """
    (W,) = _floats(W)
    return (np.linalg.norm(W, 2) / 4) ** (t - k)


def _floats(*arrays):
    """Every argument as a float64 array, copied only where it is something else."""
    return [np.asarray(array, dtype=float) for array in arrays]


def _slope(h_t):
    """σ'(z_t) from the state h_t = σ(z_t): h_t ⊙ (1 - h_t), (n,)."""
    return h_t * (1 - h_t)
