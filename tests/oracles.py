"""What is true, by definition: the suite's own forward maps, and derivatives of nothing else.

A derivative is a complex step, f'(x) = Im f(x + iε) / ε, with ε so small that nothing of second
order is left, and nothing cancels: Squire, Trapp (1998), Using complex variables to estimate
derivatives of real functions. The weights are untied in time, one copy of W per step, so that
∂L_t/∂W⁽ᵏ⁾ is the (t, k) term of the double sum, and no formula of backpropagation is used.
A power is a repeated product of integers, which is exact.
"""

from fractions import Fraction
from functools import cache
from itertools import product

import numpy as np

from claimgrade import remembered

STEP = 1e-30  # ε
FAR = -700.0  # e⁷⁰⁰ is still finite, and σ(-700) < 1e-300
SIXTEENTHS = 16


# exercise 1: y = σ(W x), and the network h_t = σ(W h_{t-1} + U x_t)


def sigmoid(z):
    """σ(z) of real or complex z; below FAR it stays at σ(FAR), so that nothing overflows."""
    return 1 / (1 + np.exp(-np.maximum(z, FAR)))


def sigmoid_prime(z):
    return sigmoid(z + 1j * STEP).imag / STEP


def layer_derivative(W, x, v):
    """How y = σ(W x) moves when x moves along v: (n,)."""
    return sigmoid(W @ (x + 1j * STEP * v)).imag / STEP


def hidden_states(W, U, h_0, x):
    h = np.empty((len(x) + 1, len(h_0)))
    h[0] = h_0
    for t, Ux_t in enumerate(x @ U.T, start=1):
        h[t] = sigmoid(W @ h[t - 1] + Ux_t)
    return h


@remembered
def state_jacobian(W, U, x, h, t, k):
    """∂h_t/∂h_k: (n, n)."""
    dh = np.eye(len(W))  # row j: h_k moves along axis j
    for s in range(k + 1, t + 1):
        dh = _step(W, U, x, h, s, dh)
    return dh.T


@remembered
def immediate_jacobian(W, U, x, h, k):
    """∂⁺h_k/∂W, h_{k-1} held fixed: (n, n, n), [a, i, j]."""
    return np.moveaxis(_step(_moved(W), U, x, h, k), -1, 0)


@remembered
def gradient_term(W, U, x, h, dL_dh, t, k):
    """∂L_t/∂W where only the W of step k moves: (n, n)."""
    dh = _step(_moved(W), U, x, h, k)
    for s in range(k + 1, t + 1):
        dh = _step(W, U, x, h, s, dh)
    return dh @ dL_dh[t]


@remembered
def loss_gradient(W, U, x, h, dL_dh):
    """∂L/∂W where W moves at every step, for L = Σ_t ⟨dL_dh[t], h_t⟩: (n, n)."""
    dL, dh, moved = np.zeros(W.shape), 0, _moved(W)
    for t in range(1, len(h)):
        dh = _step(moved, U, x, h, t, dh)
        dL = dL + dh @ dL_dh[t]
    return dL


def _moved(W):
    """For each [i, j] a copy of W in which entry [i, j] has moved by iε: (n, n, n, n)."""
    n = len(W)
    return W + 1j * STEP * np.eye(n * n).reshape(n, n, n, n)


def _step(W, U, x, h, t, dh=0.0):
    """How h_t moves when W has moved and h_{t-1} moves along the last axis of dh."""
    h_prev = h[t - 1] + 1j * STEP * np.asarray(dh)
    return sigmoid((W @ h_prev[..., None])[..., 0] + U @ x[t - 1]).imag / STEP


def spectral_norm(W):
    """The largest singular value, as the root of the largest eigenvalue of Wᵀ W."""
    return np.sqrt(max(np.linalg.eigvalsh(W.T @ W)[-1], 0.0))


def norm_bound(W, t, k):
    """(‖W‖₂/4)^{t-k}, factor by factor."""
    return np.prod(np.full(t - k, spectral_norm(W) / 4))


def pairs(T):
    """Every (t, k) with 1 ≤ k ≤ t ≤ T, in order: (T(T+1)/2, 2)."""
    pairs = [(t, k) for t in range(1, T + 1) for k in range(1, t + 1)]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


# exercise 2: powers of M = Q Λ Q⁻¹


def power(M, n):
    """Mⁿ, exactly: 16 M is whole, and no entry of (16 M)ⁿ reaches 2⁶³."""
    whole = (SIXTEENTHS * M).astype(np.int64)
    return np.linalg.matrix_power(whole, n) / float(SIXTEENTHS) ** n


def w_to_the_30th():
    """W³⁰ by repeated multiplication of fractions, rounded once at the end."""
    W = np.array([[Fraction(58, 100), Fraction(24, 100)], [Fraction(24, 100), Fraction(72, 100)]])
    return np.linalg.matrix_power(W, 30).astype(float)


@remembered
def growth(M):
    """What ‖Mⁿ‖ is seen to do: at n = 512 a modulus of 15/16 has become 1e-14, of 17/16, 1e13."""
    norm = np.abs(np.linalg.matrix_power(M, 512)).max()
    return "vanishes" if norm < 1e-6 else "explodes" if norm > 1e6 else "bounded"


# exercise 3: the LSTM


def gates(W, b, h_prev, x):
    """f, i, o = σ and c̃ = tanh of W[gate] [h_{t-1}; x_t] + b[gate]: (4, H).

    The weights and h_prev may be many at once, along leading axes.
    """
    seen = np.concatenate([h_prev, np.broadcast_to(x, h_prev.shape[:-1] + x.shape)], axis=-1)
    z = (W @ seen[..., None, :, None])[..., 0] + b
    return np.concatenate([sigmoid(z[..., :3, :]), np.tanh(z[..., 3:, :])], axis=-2)


def step(W, b, h_prev, c_prev, x):
    """(h_t, c_t)."""
    f, i, o, c_tilde = np.moveaxis(gates(W, b, h_prev, x), -2, 0)
    c = f * c_prev + i * c_tilde
    return o * np.tanh(c), c


@remembered
def lstm_gradient(W, b, h_0, c_0, x, dL_dh, uses=None):
    """(∂L/∂W, ∂L/∂b) for L = Σ_t ⟨dL_dh[t], h_t⟩, where weights move at the steps `uses` (all).

    (4, H, H+D) and (4, H).
    """
    weights = np.concatenate([W, b[:, :, None]], axis=2)
    moved = weights + 1j * STEP * np.eye(weights.size).reshape(-1, *weights.shape)
    still = np.broadcast_to(weights, moved.shape)
    h, c = (np.broadcast_to(state, (len(moved), len(state))) for state in (h_0, c_0))
    dL = np.zeros(len(moved))
    for t, x_t in enumerate(x, start=1):
        used = moved if uses is None or t in uses else still
        h, c = step(used[..., :-1], used[..., -1], h, c, x_t)
        dL = dL + h.imag @ dL_dh[t] / STEP
    dL = dL.reshape(weights.shape)
    return dL[:, :, :-1], dL[:, :, -1]


def quantities(W, b, h_prev, c_prev, x):
    """f, i, o, c_tilde, c and h after a step, by name, in the first unit."""
    f, i, o, c_tilde = gates(W, b, h_prev, x)[:, 0].tolist()
    h, c = step(W, b, h_prev, c_prev, x)
    return {"f": f, "i": i, "o": o, "c_tilde": c_tilde, "c": float(c[0]), "h": float(h[0])}


def saturated(c_prev, *signs):
    """The six quantities of one unit whose pre-activations are ±1000, in the order f, i, o, c̃."""
    b = 1000.0 * np.array(signs)[:, None]
    return quantities(np.zeros((4, 1, 2)), b, np.zeros(1), np.array([c_prev]), np.zeros(1))


@cache
def attained():
    """{name: (least, greatest)} of what is bounded, over steps with each gate open or shut."""
    signs = product((-1, 1), repeat=4)
    seen = [saturated(c_prev, *sign) for sign in signs for c_prev in (-99.0, 99.0)]
    bounded = ("f", "i", "o", "c_tilde", "h")
    return {name: (min(s[name] for s in seen), max(s[name] for s in seen)) for name in bounded}


def negative_quantities():
    """{name: value} of what is negative where all gates are open and the candidate is -1."""
    return {name: value for name, value in saturated(0.0, 1, 1, 1, -1).items() if value < 0}


def roles():
    """What is seen to be lost where one gate is closed and the others stand half open."""
    half_open = {"f": 0.5, "i": 0.5, "o": 0.5}
    return {gate: _lost(**half_open | {gate: 0.0}) for gate in half_open}


def _lost(f, i, o):
    if f * 1.0 + i == f * 2.0 + i:  # c_t, with c_{t-1} = 1 and 2
        return "erase"
    if f + i * 1.0 == f + i * 2.0:  # c_t, with c̃_t = 1 and 2
        return "write"
    return "expose" if o * np.tanh(f + i) == 0 else "nothing"


def cell_jacobian(f, i, c_tilde, c, t, k):
    """∂c_t/∂c_k of the iterated update c ← f ⊙ c + i ⊙ c̃, gates held fixed: (H, H)."""
    dc = c + 1j * STEP * np.eye(len(c))  # row j: c_k moves along axis j
    for s in range(k + 1, t + 1):
        dc = f[s] * dc + i[s] * c_tilde[s]
    return dc.imag.T / STEP


def product_of_gates(f, t, k):
    """f_{k+1} ⊙ ... ⊙ f_t, in whole numbers, for f is k/128."""
    whole = (128 * f[k + 1 : t + 1]).astype(np.int64).astype(object)
    return np.prod(whole, axis=0).astype(float) / 128.0 ** (t - k)
