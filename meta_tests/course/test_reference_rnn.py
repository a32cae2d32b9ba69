"""reference/rnn.py against what shares none of its formulas: 50 digits, and complex steps.

A complex step goes through the forward map written here. Its weights are untied in time, so that
∂L_t/∂W⁽ᵏ⁾ *is* the (t, k) term of the double sum.
"""

import itertools
import math
from functools import partial

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference import rnn

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

u = 2.0**-53
close = partial(np.testing.assert_allclose, rtol=1e-12, atol=1e-14, strict=True)
seeds = st.integers(0, 2**32 - 1)


def complex_step(forward, at, step=1e-30):
    """The derivative of forward with respect to every entry of at, its axes last."""
    at = np.asarray(at, dtype=complex)
    columns = []
    for index in np.ndindex(at.shape):
        moved = at.copy()
        moved[index] += 1j * step
        columns.append(np.imag(forward(moved)) / step)
    return np.stack(columns, axis=-1).reshape(columns[0].shape + at.shape)


TAILS = np.logspace(-320, 4, 325)
Z = np.concatenate([np.linspace(-40, 40, 161), TAILS, -TAILS])


def in_50_digits(function):
    with mpmath.workdps(50):
        return np.array([float(function(mpmath.mpf(z))) for z in Z])


def test_sigmoid_is_right_to_the_last_digits_in_both_tails():
    required = in_50_digits(lambda z: 1 / (1 + mpmath.exp(-z)))
    close(rnn.sigmoid(Z), required, rtol=8 * u, atol=1e-323)


def test_sigmoid_prime_is_right_to_the_last_digits_in_both_tails():
    required = in_50_digits(lambda z: mpmath.sech(z / 2) ** 2 / 4)
    close(rnn.sigmoid_prime(Z), required, rtol=12 * u, atol=1e-323)


def test_the_tails_are_not_merely_zero():
    assert 0 < rnn.sigmoid(-700.0) < 1e-300
    assert 0 < rnn.sigmoid_prime(700.0) < 1e-300
    assert rnn.sigmoid(1e4) == 1
    assert rnn.sigmoid(-1e4) == rnn.sigmoid_prime(1e4) == rnn.sigmoid_prime(-1e4) == 0


@pytest.mark.parametrize(
    "z", [0, -3.0, np.array(2.5), [[1, 2, 3]], np.zeros((0, 2)), np.ones((1, 2, 3))]
)
def test_sigmoids_keep_the_shape(z):
    for answer in (rnn.sigmoid(z), rnn.sigmoid_prime(z)):
        assert answer.shape == np.shape(z)
        assert answer.dtype == np.float64


def sigma(z):
    """σ(z), real or complex, through tanh: 1 / (1 + e^{-z}) overflows where z is below -709."""
    return (1 + np.tanh(z / 2)) / 2


def states(Ws, U, h_0, x):
    """h_0..h_T where step t uses its own weights Ws[t-1]."""
    h = [np.asarray(h_0)]
    for W_t, x_t in zip(Ws, x, strict=True):
        h.append(sigma(W_t @ h[-1] + U @ x_t))
    return np.array(h)


def networks(seed, scale=1.0, n=3, d=2, T=5):
    """W, U, h_0, x, dL_dh: nothing symmetric, no zeros, every dimension different."""
    draw = np.random.default_rng(seed).normal
    return [scale * draw(size=s) for s in ((n, n), (n, d), n, (T, d), (T + 1, n))]


@given(seeds)
def test_layer_jacobian_is_the_derivative_of_the_layer(seed):
    W, x = (np.random.default_rng(seed).normal(size=s) for s in ((4, 3), 3))
    close(rnn.layer_jacobian(W, x), complex_step(lambda x: sigma(W @ x), x))


def test_a_saturated_layer_has_the_jacobian_of_50_digits():
    W, x = np.array([[90.0, -40.0], [-3.0, 500.0], [0.5, 0.25]]), np.array([2.0, 1.5])
    with mpmath.workdps(50):
        slopes = [mpmath.sech(mpmath.mpf(z) / 2) ** 2 / 4 for z in (120, 744, 1.375)]
        required = [[float(q * w) for w in row] for q, row in zip(slopes, W, strict=True)]
    close(rnn.layer_jacobian(W, x), np.array(required), rtol=16 * u, atol=1e-320)


@given(seeds)
def test_hidden_states_are_the_iterated_map(seed):
    W, U, h_0, x, _ = networks(seed)
    close(rnn.hidden_states(W, U, h_0, x), states([W] * len(x), U, h_0, x))


def test_hidden_states_take_their_inputs_in_order():
    h = rnn.hidden_states([[0.0]], [[1.0]], [7.0], [[0.0], [math.log(3)], [-math.log(3)]])
    close(h, np.array([[7.0], [0.5], [0.75], [0.25]]))


@given(seeds)
def test_state_jacobian_is_the_derivative_of_the_later_steps(seed):
    W, U, h_0, x, _ = networks(seed)
    h = states([W] * len(x), U, h_0, x)
    for k, t in itertools.combinations_with_replacement(range(len(h)), 2):
        later_steps = partial(lambda t, k, h_k: states([W] * (t - k), U, h_k, x[k:t])[-1], t, k)
        close(rnn.state_jacobian(W, h, t, k), complex_step(later_steps, h[k]))


@given(seeds)
def test_immediate_jacobian_is_the_derivative_of_one_step(seed):
    W, U, h_0, x, _ = networks(seed)
    h = states([W] * len(x), U, h_0, x)
    for k in range(1, len(h)):
        required = complex_step(lambda W, k=k: states([W], U, h[k - 1], x[k - 1 : k])[-1], W)
        answer = rnn.immediate_jacobian(h, k)
        close(answer, required)
        a, i, _ = np.indices(answer.shape)
        assert not answer[a != i].any()


def untied_terms(W, U, h_0, x, dL_dh):
    """[t, k-1] = ∂L_t/∂W⁽ᵏ⁾ for L_t = dL_dh[t] · h_t."""

    def losses(Ws):
        return np.sum(dL_dh * states(Ws, U, h_0, x), axis=1)

    return complex_step(losses, np.stack([W] * len(x)))


@given(seeds)
def test_gradient_term_is_the_derivative_by_the_weights_of_one_step(seed):
    W, U, h_0, x, dL_dh = networks(seed)
    h, terms = states([W] * len(x), U, h_0, x), untied_terms(W, U, h_0, x, dL_dh)
    for k, t in itertools.combinations_with_replacement(range(1, len(h)), 2):
        close(rnn.gradient_term(W, h, dL_dh, t, k), terms[t, k - 1])


@given(seeds, st.sampled_from([0.25, 1.0, 8.0]))
def test_loss_gradient_is_the_derivative_of_a_nonlinear_loss(seed, scale):
    W, U, h_0, x, target = networks(seed, scale)

    def loss(W):
        h = states([W] * len(x), U, h_0, x)
        return np.sum((h - target) ** 2 / 2 + np.sin(h))

    h = states([W] * len(x), U, h_0, x)
    required = complex_step(loss, W)
    atol = 1e-12 * (1 + np.abs(required).max())
    close(rnn.loss_gradient(W, h, h - target + np.cos(h)), required, atol=atol)


def test_loss_gradient_agrees_with_50_digits():
    W = mpmath.matrix([[0.5, -0.75], [1.25, 0.375]])
    U = mpmath.matrix([[0.25, -1, 0.5], [0.75, 2, -0.5]])
    x = [[1, -0.5, 0.25], [0.5, 2, -1.5], [-0.25, 0.75, 1], [0.125, -1, 0.5]]
    dL_dh = [[0.5, 1], [-1, 0.25], [2, -0.5], [0.125, 1.5], [-0.75, 1]]

    def h(W):
        h = [mpmath.matrix([0.5, -0.25])]
        for x_t in x:
            z = W * h[-1] + U * mpmath.matrix(x_t)
            h.append(z.apply(lambda z: 1 / (1 + mpmath.exp(-z))))
        return h

    def loss(W):
        return sum(mpmath.fdot(row, h_t) for row, h_t in zip(dL_dh, h(W), strict=True))

    required = np.zeros((2, 2))
    with mpmath.workdps(50):
        for i, j in np.ndindex(2, 2):
            moved = mpmath.matrix(2, 2)
            moved[i, j] = mpmath.mpf("1e-16")
            required[i, j] = (loss(W + moved) - loss(W - moved)) / mpmath.mpf("2e-16")
        rounded = np.array([[float(entry) for entry in h_t] for h_t in h(W)])
    W = np.array(W.tolist(), dtype=float)
    close(rnn.loss_gradient(W, rounded, dL_dh), required, rtol=32 * u, atol=8 * u)


@given(seeds)
def test_loss_gradient_is_the_sum_of_the_expanded_terms(seed):
    W, U, h_0, x, dL_dh = networks(seed)
    h = states([W] * len(x), U, h_0, x)
    terms = [rnn.gradient_term(W, h, dL_dh, t, k) for t, k, _ in rnn.expanded_sum(len(x))]
    close(rnn.loss_gradient(W, h, dL_dh), sum(terms))


def test_without_steps_there_is_no_gradient():
    W, h = np.ones((3, 3)), np.ones((1, 3))
    close(rnn.hidden_states(W, np.ones((3, 2)), h[0], np.zeros((0, 2))), h)
    close(rnn.state_jacobian(W, h, 0, 0), np.eye(3))
    close(rnn.loss_gradient(W, h, h), np.zeros((3, 3)))


def test_a_single_unit_over_a_single_step():
    # h_1 = σ(w + v) with w = 1, v = -1 is 1/2, so σ' = 1/4.
    h = rnn.hidden_states([[1]], [[1]], [1], [[-1]])
    close(h, np.array([[1.0], [0.5]]))
    close(rnn.state_jacobian([[1]], h, 1, 0), np.array([[0.25]]))
    close(rnn.immediate_jacobian(h, 1), np.array([[[0.25]]]))
    close(rnn.gradient_term([[1]], h, [[9], [2]], 1, 1), np.array([[0.5]]))
    close(rnn.loss_gradient([[1]], h, [[9], [2]]), np.array([[0.5]]))


@pytest.mark.parametrize("T", range(8))
def test_expanded_sum_lists_the_pairs_and_their_distances(T):
    square = itertools.product(range(1, T + 1), repeat=2)
    required = {(t, k, len(range(k, t))) for t, k in square if k <= t}
    answer = rnn.expanded_sum(T)
    assert answer.dtype == np.int64
    assert answer.shape == (T * (T + 1) // 2, 3)
    assert set(map(tuple, answer.tolist())) == required


@given(seeds)
def test_expanded_sum_counts_the_powers_of_a_scaled_step(seed):
    """Doubling every ∂h_s/∂h_{s-1} multiplies term (t, k) by 2 to the number of its factors."""
    W, U, h_0, x, dL_dh = networks(seed)
    h = states([W] * len(x), U, h_0, x)
    for t, k, factors in rnn.expanded_sum(len(x)):
        term, doubled = (rnn.gradient_term(V, h, dL_dh, t, k) for V in (W, 2 * W))
        close(doubled, 2.0**factors * term)


@given(seeds)
def test_the_norm_bound_is_the_power_of_the_largest_singular_value_in_50_digits(seed):
    W = np.random.default_rng(seed).normal(size=(3, 3))
    with mpmath.workdps(50):
        largest = max(mpmath.svd_r(mpmath.matrix(W.tolist()), compute_uv=False))
        for m in range(5):
            close(rnn.jacobian_norm_bound(W, m + 2, 2), float((largest / 4) ** m), strict=False)


@given(seeds)
def test_the_norm_bound_holds_for_every_state_jacobian(seed):
    draw = np.random.default_rng(seed).normal
    W, h = 4 * draw(size=(3, 3)), sigma(draw(size=(5, 3)))
    for k, t in itertools.combinations_with_replacement(range(5), 2):
        norm = np.linalg.norm(rnn.state_jacobian(W, h, t, k), 2)
        assert norm <= rnn.jacobian_norm_bound(W, t, k) * (1 + 1e-12)
