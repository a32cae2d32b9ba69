"""How far a correct answer may lie from the oracle's: one function per quantity.

Every tolerance is an absolute bound on abs(yours - required), entry by entry, for float64, whose
roundoff is u = 2⁻⁵³. A sum or a product is off by at most u of itself, a sum of m products, in any
order, by m u times the sum of their sizes (Higham (2002), Accuracy and stability of numerical
algorithms, section 3.1), an elementary function by a few u. Both sides are rounded, so the bounds
count both. Through a chain of products, sizes travel with their errors: where A is off by dA and J
by dJ, A J is off by at most abs(A) dJ + dA (abs(J) + dJ).
"""

import numpy as np

import oracles
from claimgrade import remembered

u = 2.0**-53
TINY = 1e-300  # no number is compared more closely: below, digits are lost to gradual underflow
CURVATURE = 0.0963  # abs(σ'') ≤ 1 / (6 √3)


def exact():
    """Nothing is rounded: zeros and ones, and products with them."""
    return TINY


# exercise 1


def sigmoid():
    """4u each: for e^{-z}, 1 + e^{-z} and their quotient, or for ½(1 + tanh(z/2)).

    Absolute, for ½(1 + tanh(z/2)) is a correct σ, and loses every digit in the tail.
    """
    return 8 * u + TINY


def sigmoid_prime():
    """6u each: in σ(1 - σ), 4u from σ, passed on with a slope of at most 1, and 2u of its own."""
    return 12 * u + TINY


def sigmoid_times_1_minus_sigmoid():
    """As σ', and from your own σ another 4u, passed on with a slope of at most 1, and 2u."""
    return 18 * u + TINY


def layer_jacobian(W, x):
    """σ'(z_i) W_ij: 6u from σ', u from the product, and σ'' times the error of z_i.

    z_i is a sum of d products, so it is off by d u (abs(W) abs(x))_i.
    """
    z = np.abs(W) @ np.abs(x)
    return 2 * u * np.abs(W) * (7 + CURVATURE * len(x) * z)[:, None] + TINY


def layer_derivative(W, x, v):
    """J v: the bound of J, and a sum of d products, where abs(J) ≤ abs(W)/4."""
    return (layer_jacobian(W, x) + len(x) * u * np.abs(W) / 2) @ np.abs(v) + TINY


@remembered
def hidden_states(W, U, x, h):
    """e_t for h_t = σ(z_t): (T+1, n), each time step as accurate as the one before allows.

    z_t is off by abs(W) e_{t-1} and the rounding of its sum; σ hands this on with a slope of at
    most σ'(z_t) + CURVATURE times it, and adds 4u. Two numbers in [0, 1] differ by at most 1.
    """
    slope, rounding, e = h * (1 - h), _pre_activation(W, U, x, h), np.zeros(h.shape)
    for t in range(1, len(h)):
        dz = np.abs(W) @ e[t - 1] + rounding[t - 1]
        e[t] = np.minimum((slope[t] + CURVATURE * dz) * dz, 1) + 4 * u
    return 2 * e + TINY


def _pre_activation(W, U, x, h):
    """z_t = W h_{t-1} + U x_t, a sum of n + d products: (T, n)."""
    sizes = np.abs(h[:-1]) @ np.abs(W).T + np.abs(x) @ np.abs(U).T
    return sum(U.shape) * u * sizes


def _slopes(W, U, x, h):
    """σ'(z_t) and its error, whether from h_t (1 - h_t) or from z_t: (T, n) each.

    h_t is within 4u and ¼ of the error of z_t, so h_t (1 - h_t) is, with 1u of its own; σ'(z_t) is
    within 6u and CURVATURE times that error.
    """
    error = 11 * u + (0.25 + CURVATURE) * _pre_activation(W, U, x, h)
    return h[1:] * (1 - h[1:]), error


def _steps(W, U, x, h):
    """The sizes of diag(σ'(z_t)) W, and their errors as factors of a product: (T, n, n) each.

    A product of matrices sums n products, and diag(σ') W is one product more: n + 1 roundings.
    """
    slopes, errors = _slopes(W, U, x, h)
    errors = errors + 2 * (len(W) + 1) * u * slopes
    return slopes[:, :, None] * np.abs(W), errors[:, :, None] * np.abs(W)


@remembered
def state_jacobian(W, U, x, h, t, k):
    """The product of t - k factors diag(σ'(z_s)) W."""
    steps, errors = _steps(W, U, x, h)
    J, dJ = np.eye(len(W)), np.zeros(W.shape)
    for A, dA in zip(steps[k:t], errors[k:t], strict=True):
        J, dJ = A @ J, A @ dJ + dA @ (J + dJ)
    return dJ + TINY


def immediate_jacobian(W, U, x, h, k):
    """σ'(z_k)_a h_{k-1}[j], one product more than σ'; off the row, exactly 0."""
    slopes, errors = _slopes(W, U, x, h)
    row = np.outer(errors[k - 1] + 2 * u * slopes[k - 1], np.abs(h[k - 1]))
    return np.eye(len(W))[:, :, None] * row + TINY


@remembered
def gradient_term(W, U, x, h, dL_dh, t, k):
    """Of the losses, the one of step t alone, and of the uses of W, the one of step k alone."""
    return _gradient(W, U, x, h, dL_dh, losses=[t], uses=[k])


@remembered
def loss_gradient(W, U, x, h, dL_dh):
    """All losses, and all uses of W; T²/2 terms are added, in any order."""
    T = len(x)
    return _gradient(W, U, x, h, dL_dh, losses=range(T + 1), uses=range(1, T + 1))


def _gradient(W, U, x, h, dL_dh, losses, uses):
    """∂L_t/∂h_t goes back in time by factors diag(σ') W, and meets σ'(z_k) and h_{k-1}."""
    (slopes, d_slopes), (steps, d_steps) = _slopes(W, U, x, h), _steps(W, U, x, h)
    g, dg, dW = np.zeros(len(W)), np.zeros(len(W)), np.zeros(W.shape)
    roundings = 2 * (len(W) + 2) + len(losses) * len(uses)
    for k in range(max(losses), min(uses, default=1) - 1, -1):
        if k in losses:
            g = g + np.abs(dL_dh[k])
        if k in uses:
            q, dq = slopes[k - 1], d_slopes[k - 1]
            dW = dW + np.outer(q * dg + (dq + roundings * u * q) * (g + dg), np.abs(h[k - 1]))
        g, dg = g @ steps[k - 1], dg @ steps[k - 1] + (g + dg) @ d_steps[k - 1]
    return dW + TINY


def norm_bound(bound, n, m):
    """The m-th power of ‖W‖₂/4, whose m factors are off by 20n u each, and rounded.

    Of ‖W‖₂, a backward stable singular value decomposition loses a few n u, the root of an
    eigenvalue of Wᵀ W as much (n u from the product, and half of it survives the root): Anderson
    et al. (1999), LAPACK Users' Guide, section 4.9.
    """
    return 2 * u * (m * (20 * n + 2) + 4) * bound + TINY


# exercise 2


@remembered
def power(Q, eigenvalues, M, n):
    """Q Λⁿ Q⁻¹ from a computed inverse, or M multiplied n times by itself: the sum of both bounds.

    The inverse is off by 6d u abs(Q⁻¹) abs(Q) abs(Q⁻¹), λⁿ by 2n u of itself, a product by d u.
    An error E of M, or of one product, becomes Σ abs(M^a) E abs(M^b) with a + b = n - 1. The
    largest entry bounds all: a solver that pivots, or a pseudo-inverse, does not keep exact zeros.
    """
    d, Q, X = len(Q), np.abs(Q), np.abs(np.linalg.inv(Q))
    once, n_times = ((Q * np.abs(eigenvalues) ** m) @ X @ Q @ X for m in (1, n))
    powers = np.empty((n, d, d))
    powers[:1] = np.eye(d)
    for a in range(1, n):
        powers[a] = powers[a - 1] @ M
    powers = np.abs(powers)
    repeated = (powers @ (10 * d * u * once) @ powers[::-1]).sum(axis=0)
    return np.full((d, d), ((2 * n + 10 * d) * u * n_times + repeated).max() + TINY)


@remembered
def next_power(Q, eigenvalues, M, n):
    """Mⁿ and Mⁿ⁻¹ both as you compute them, and the product with M."""
    before, d = power(Q, eigenvalues, M, n - 1), len(Q)
    size = np.abs(np.linalg.matrix_power(M, n - 1)) + before
    return power(Q, eigenvalues, M, n) + (before + d * u * size) @ np.abs(M)


def w_to_the_30th(required):
    """1000u of each entry: thirty factors, or powers of eigenvalues, of 32u or less each."""
    return 1000 * u * required


def eigenvalues_of_w_30(required):
    """W³⁰ is symmetric, so an error of norm e moves an eigenvalue by at most e (Bauer, Fike)."""
    return np.linalg.norm(w_to_the_30th(required)) + 8 * u * np.linalg.norm(required)


def trace_and_determinant_of_w_30(required):
    """Sums of two entries, and of two products of two: an entry is off by 1000u, a product by u."""
    (a, b), (c, d) = required
    return 1002 * u * np.array([a + d, 2 * (a * d + b * c)])


# exercise 3


def gates(W, b, h_prev, x):
    """4u from σ, 8u from tanh (2σ(2z) - 1 is one), and z, off by a sum of H + D + 1 numbers.

    σ hands the error of z on with a slope of at most ¼, tanh of at most 1.
    """
    inputs = np.abs(np.concatenate([h_prev, x]))
    dz = (len(inputs) + 1) * u * (np.abs(W) @ inputs + np.abs(b))
    return 2 * (np.array([4, 4, 4, 8]) * u + np.array([0.25, 0.25, 0.25, 1]) * dz.T).T + TINY


def cell_state(f, i, c_tilde, c_prev):
    """Two products, each rounded, and their sum."""
    return 4 * u * (np.abs(f * c_prev) + np.abs(i * c_tilde)) + TINY


def hidden_state(o):
    """8u from tanh, times o, and the product."""
    return 18 * u * np.abs(o) + TINY


def step(W, b, h_prev, c_prev, x):
    """(h_t, c_t): (2, H); each gate's error times what it multiplies, then as for given gates."""
    df, di, do, dc_tilde = gates(W, b, h_prev, x)
    dc = (df + 4 * u) * np.abs(c_prev) + di + dc_tilde + 4 * u  # for f, i, c̃ are at most 1
    return np.array([do + dc + 18 * u, dc])


def cell_jacobian(f, t, k):
    """Π f, t - k rounded products, or exp of a sum of logarithms, in which log Π f is rounded.

    A sum of t - k logarithms of one sign is off by t - k + 1 roundings of log Π f, and exp hands
    this on as so much of Π f; 4u for exp and log themselves.
    """
    m, size = t - k, np.prod(f[k + 1 : t + 1], axis=0)
    return np.diag(2 * u * size * (m + 4 - (m + 1) * np.log(np.maximum(size, TINY)))) + TINY


class _Off:
    """Sizes, and how far off they may be; sums and products carry both on, and neither sinks.

    Where one is off by da and the other by db, the product is off by at most
    a db + da (b + db). What vanishes to first order, as where several factors are 0, stands in the
    last term.
    """

    def __init__(self, size, error):
        self.size, self.error = size, error

    def __add__(self, other):
        return _Off(self.size + other.size, self.error + other.error)

    def __mul__(self, other):
        whole = other.size + other.error
        return _Off(self.size * other.size, self.size * other.error + self.error * whole)

    def __getitem__(self, place):
        return _Off(self.size[place], self.error[place])

    def sum(self, axis):
        return _Off(self.size.sum(axis), self.error.sum(axis))


@remembered
def lstm_gradient(W, b, h_0, c_0, x, dL_dh):
    """(of ∂L/∂W, of ∂L/∂b): the adjoint recursion on sizes, and what the errors of its factors do.

    On the way through T steps, in each of which a sum of 4H products and 8 products or sums more
    are rounded, T² terms are added.
    """
    T, H = len(x), len(h_0)
    steps, back, losses = _lstm_factors(W, b, h_0, c_0, x), _exactly(W[:, :, :H]), _exactly(dL_dh)
    dW, db, dh, dc = (_exactly(np.zeros(shape)) for shape in (W.shape, b.shape, H, H))
    for t in range(T, 0, -1):
        f, i, o, c_tilde, slopes, c_prev, tanh_c, slope_c, seen = steps[t - 1]
        dh = dh + losses[t]
        dc = dc + dh * o * slope_c
        dz = slopes * _rows(dc * c_prev, dc * c_tilde, dh * tanh_c, dc * i)
        dW, db = dW + dz[:, :, None] * seen, db + dz
        dh, dc = (dz[:, :, None] * back).sum(axis=(0, 1)), dc * f
    roundings = T * (4 * H + 8) + T**2
    return tuple(2 * (d.error + roundings * u * (d.size + d.error)) + TINY for d in (dW, db))


def _exactly(value):
    return _Off(np.abs(value), np.zeros(np.shape(value)))


def _rows(*rows):
    return _Off(np.array([row.size for row in rows]), np.array([row.error for row in rows]))


def _lstm_factors(W, b, h_0, c_0, x):
    """Of each step f, i, o, c̃, their four slopes, c_{t-1}, tanh(c_t), its slope, and what W sees.

    σ and tanh, within 8u, hand an error of z_t on with their slope, which itself moves with z_t at
    most twice as fast as it is high, and with curvatures of at most 1 and 2; a slope is within 20u.
    """
    factors, h, c, dh, dc = [], h_0, c_0, 0 * h_0, 0 * c_0
    sizes, rounding_b = np.abs(W), (W.shape[2] + 1) * u * np.abs(b)
    for x_t in x:
        seen = _Off(np.abs(np.concatenate([h, x_t])), np.concatenate([dh, 0 * x_t]))
        dz = sizes @ (seen.error + (len(seen.size) + 1) * u * seen.size) + rounding_b
        g = oracles.gates(W, b, h, x_t)
        slope = np.concatenate([g[:3] * (1 - g[:3]), 1 - g[3:] ** 2])
        gates = _Off(np.abs(g), (slope + dz) * dz + 8 * u)
        slopes = _Off(slope, 2 * (slope + dz) * dz + 20 * u)
        f, i, o, c_tilde = map(gates.__getitem__, range(4))
        c_prev, c = _Off(np.abs(c), dc), g[0] * c + g[1] * g[3]
        old, new = f * c_prev, i * c_tilde
        dc = old.error + new.error + 2 * u * (old.size + new.size)
        slope_c = 1 - np.tanh(c) ** 2
        tanh_c = _Off(np.abs(np.tanh(c)), (slope_c + dc) * dc + 8 * u)
        h, dh = g[2] * np.tanh(c), (o * tanh_c).error + 2 * u
        slope_c = _Off(slope_c, 2 * (slope_c + dc) * dc + 18 * u)
        factors.append((f, i, o, c_tilde, slopes, c_prev, tanh_c, slope_c, seen))
    return factors
