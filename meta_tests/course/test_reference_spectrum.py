"""reference/spectrum.py against exact rational powers, and against what the norm of Mⁿ does."""

from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import block_diag

from reference import spectrum

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

u = 2.0**-53
SIXTEENTH = Fraction(1, 16)
close = partial(np.testing.assert_allclose, rtol=1e-12, atol=1e-14, strict=True)
seeds = st.integers(0, 2**32 - 1)


def exact_power(M, n):
    """Mⁿ by repeated multiplication in rationals, then rounded; M holds Fractions."""
    M_n = np.eye(len(M), dtype=int).astype(object)
    for _ in range(n):
        M_n = M_n @ M
    return M_n.astype(float)


def unimodular(rng, d):
    """An integer matrix of determinant 1 and its integer inverse, neither orthogonal."""
    lower = np.tril(rng.integers(-1, 2, (d, d)), -1) + np.eye(d, dtype=int)
    upper = np.triu(rng.integers(-1, 2, (d, d)), 1) + np.eye(d, dtype=int)
    inverse = np.rint(np.linalg.inv(upper) @ np.linalg.inv(lower)).astype(int)
    assert (lower @ upper @ inverse == np.eye(d)).all()
    return lower @ upper, inverse


def with_complex_pairs(rng, pairs):
    """A real M, in Fractions, with eigenvalues (a ± ib)/16 and 1/2; its Q and its eigenvalues."""
    P, P_inverse = unimodular(rng, 2 * pairs + 1)
    a, b = rng.integers(-16, 17, pairs), rng.integers(1, 17, pairs)
    rotations = block_diag(*([[p, -q], [q, p]] for p, q in zip(a, b, strict=True)), [[8]])
    M = P @ (rotations.astype(int).astype(object) * SIXTEENTH) @ P_inverse
    Q = P @ block_diag(*[[[1, 1], [-1j, 1j]]] * pairs, [[1]])
    return M, Q, np.append(np.stack([a + 1j * b, a - 1j * b], axis=1).ravel(), 8) / 16


def close_as_a_power(answer, required, Q, eigenvalues, n):
    """Within a few rounding errors, which the condition of Q amplifies at most twice."""
    error = 32 * (n + len(Q)) * u * np.linalg.cond(Q) ** 2
    close(answer, required, rtol=0, atol=error * np.abs(eigenvalues).max() ** n)


@given(seeds, st.integers(1, 5), st.integers(0, 40))
def test_power_is_repeated_multiplication(seed, d, n):
    rng = np.random.default_rng(seed)
    Q, Q_inverse = unimodular(rng, d)
    sixteenths = rng.choice(np.arange(-24, 25), d, replace=False)
    M = Q @ np.diag(sixteenths).astype(object) * SIXTEENTH @ Q_inverse
    answer = spectrum.power(Q, sixteenths / 16, n)
    assert answer.dtype == np.float64
    close_as_a_power(answer, exact_power(M, n), Q, sixteenths / 16, n)


@given(seeds, st.integers(1, 2), st.integers(0, 120))
def test_the_powers_of_a_real_matrix_with_complex_pairs_are_real(seed, pairs, n):
    M, Q, eigenvalues = with_complex_pairs(np.random.default_rng(seed), pairs)
    answer = spectrum.power(Q, eigenvalues, n)
    assert answer.dtype == np.float64
    close_as_a_power(answer, exact_power(M, n), Q, eigenvalues, n)


@given(seeds, st.integers(1, 2), st.integers(1, 120))
def test_scale_phase_and_order_of_the_eigenvectors_do_not_matter(seed, pairs, n):
    rng = np.random.default_rng(seed)
    M, Q, eigenvalues = with_complex_pairs(rng, pairs)
    scale = rng.uniform(0.5, 2, len(Q)) * np.exp(1j * rng.uniform(0, 6, len(Q)))
    order = rng.permutation(len(Q))
    answer = spectrum.power((Q * scale)[:, order], eigenvalues[order], n)
    assert answer.dtype == np.float64
    close_as_a_power(answer, exact_power(M, n), Q, eigenvalues, n)


@given(seeds, st.integers(2, 6), st.integers(0, 60))
def test_power_takes_what_eig_gives(seed, d, n):
    M = np.random.default_rng(seed).normal(size=(d, d))
    M /= np.abs(np.linalg.eigvals(M)).max()
    eigenvalues, Q = np.linalg.eig(M)
    answer = spectrum.power(Q, eigenvalues, n)
    assert answer.dtype == np.float64
    close_as_a_power(answer, np.linalg.matrix_power(M, n), Q, 1, n)


@pytest.mark.parametrize("zero", [0, 0.0, 0j])
def test_zero_is_an_eigenvalue_like_any_other(zero):
    close(spectrum.power([[3]], [zero], 0), np.eye(1))
    close(spectrum.power([[3]], [zero], 1), np.zeros((1, 1)))
    close(spectrum.power([[3]], [zero], 200), np.zeros((1, 1)))


def test_a_singular_q_is_no_basis():
    with pytest.raises(np.linalg.LinAlgError):
        spectrum.power([[1, 2], [2, 4]], [1, 2], 3)


def test_w_to_the_30th_is_the_rational_power_to_a_few_ulp():
    required = exact_power(np.array([[58, 24], [24, 72]]) * Fraction(1, 100), 30)
    answer = spectrum.w_to_the_30th()
    assert answer.shape == (2, 2)
    assert (np.abs(answer - required) <= 4 * np.spacing(required)).all()


def seen_limit(eigenvalues, seed):
    """What the norm of a real M with these eigenvalues and their conjugates has done by n = 700."""
    P, P_inverse = unimodular(np.random.default_rng(seed), 2 * len(eigenvalues))
    M = P @ block_diag(*([[v.real, -v.imag], [v.imag, v.real]] for v in eigenvalues)) @ P_inverse
    norm = np.linalg.norm(np.linalg.matrix_power(M, 700), 2)
    return "vanishes" if norm < 1e-9 else "explodes" if norm > 1e9 else "bounded"


below, at = [0j, 0.5, -0.9375, 0.3 - 0.6j], [1.0, -1.0, 1j, -1j]
above = [1.0625, -1.5, 1.2j, 0.9 + 0.9j]


@given(
    st.sampled_from([below, below + at, below + at + above]).flatmap(
        lambda values: st.lists(st.sampled_from(values), min_size=1, max_size=3)
    ),
    seeds,
)
def test_the_limit_is_what_the_norm_is_seen_to_do(eigenvalues, seed):
    pairs = np.concatenate([eigenvalues, np.conj(eigenvalues)])
    assert spectrum.limit_of_powers(pairs) == seen_limit(eigenvalues, seed)


@pytest.mark.parametrize(
    "eigenvalues",
    [
        [1],
        [1, 1, 1],
        [-1.0, 0.5],
        [0.6 + 0.8j, 0.6 - 0.8j],
        [complex(5 / 13, 12 / 13), complex(20 / 29, 21 / 29), complex(28 / 53, 45 / 53)],
    ],
)
def test_a_largest_modulus_of_one_is_bounded(eigenvalues):
    assert spectrum.limit_of_powers(eigenvalues) == "bounded"


def test_the_computed_eigenvalues_of_permutations_are_bounded():
    shifts = [np.linalg.eigvals(np.roll(np.eye(d), 1, axis=0)) for d in range(2, 10)]
    assert any(np.abs(eigenvalues).max() != 1 for eigenvalues in shifts)
    assert {spectrum.limit_of_powers(eigenvalues) for eigenvalues in shifts} == {"bounded"}


@pytest.mark.parametrize(("modulus", "word"), [(15 / 16, "vanishes"), (17 / 16, "explodes")])
@pytest.mark.parametrize("direction", [1, -1, 1j, 0.6 + 0.8j])
def test_a_sixteenth_away_from_one_decides(modulus, word, direction):
    assert spectrum.limit_of_powers([0.25, modulus * direction]) == word
