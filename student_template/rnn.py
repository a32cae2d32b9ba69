"""A sigmoid RNN and its derivatives: h_t = σ(z_t), z_t = W h_{t-1} + U x_t. Exercises 1, 2a, 2d.

W (n, n), U (n, d); h_0 (n,) is given and does not depend on W; no bias. Time is the row index:
h is (T+1, n) with row t = h_t, so row 0 is h_0; x is (T, d) with row t-1 = x_t;
dL_dh is (T+1, n) with row t = ∂L_t/∂h_t, the direct effect of h_t on L_t alone.
"""


def sigmoid(z):
    """σ(z) = 1 / (1 + e^{-z}), entry by entry: the shape of z.

    z may have any shape and any finite value. Exercise 1a.
    """
    raise NotImplementedError


def sigmoid_prime(z):
    """σ'(z) = dσ/dz, entry by entry: the shape of z.

    z may have any shape and any finite value. Exercise 1a.
    """
    raise NotImplementedError


def layer_jacobian(W, x):
    """∂y/∂x for the layer y = σ(W x): (n, d), [i, j] = ∂y_i/∂x_j.

    W (n, d), x (d,). Exercise 1a.
    """
    raise NotImplementedError


def hidden_states(W, U, h_0, x):
    """The states h_0, h_1, ..., h_T as rows: (T+1, n).

    W (n, n), U (n, d), h_0 (n,), x (T, d), T ≥ 0. Exercise 1b.
    """
    raise NotImplementedError


def state_jacobian(W, h, t, k):
    """∂h_t/∂h_k, the effect of h_k on h_t through every step between: (n, n).

    W (n, n), h (T+1, n), 0 ≤ k ≤ t ≤ T. Exercise 1b.
    """
    raise NotImplementedError


def immediate_jacobian(h, k):
    """∂⁺h_k/∂W, with h_{k-1} held fixed: (n, n, n), [a, i, j] = ∂⁺h_k[a]/∂W[i, j].

    h (T+1, n), 1 ≤ k ≤ T. Exercise 1b.
    """
    raise NotImplementedError


def gradient_term(W, h, dL_dh, t, k):
    """∂L_t/∂h_t · ∂h_t/∂h_k · ∂⁺h_k/∂W: (n, n), [i, j] belongs to W[i, j].

    W (n, n), h (T+1, n), dL_dh (T+1, n), 1 ≤ k ≤ t ≤ T. Exercise 1b.
    """
    raise NotImplementedError


def loss_gradient(W, h, dL_dh):
    """∂L/∂W for L = L_0(h_0) + L_1(h_1) + ... + L_T(h_T): (n, n), [i, j] = ∂L/∂W[i, j].

    W (n, n), h (T+1, n), dL_dh (T+1, n), T ≥ 0. Exercise 1b.
    """
    raise NotImplementedError


def expanded_sum(T):
    """The terms of the double sum for ∂L/∂W, one a row, in any order: (T(T+1)/2, 3).

    A row holds three integers: t, k, and how many one-step Jacobians ∂h_s/∂h_{s-1} the factor
    ∂h_t/∂h_k of this term is made of. T ≥ 0. Exercise 2a.
    """
    raise NotImplementedError


def jacobian_norm_bound(W, t, k):
    """(‖W‖₂/4)^{t-k}, which ‖∂h_t/∂h_k‖₂ never exceeds: one number.

    W (n, n) with largest singular value ‖W‖₂; t, k with 0 ≤ k ≤ t. Exercise 2d, for bonus points.
    """
    raise NotImplementedError
