"""reference/lstm.py against scalar sums, gates set by hand, interventions, extremes, 50 digits."""

import itertools
import math
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.digits import lstm_gradient_in_50_digits

from reference import lstm

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

close = partial(np.testing.assert_allclose, rtol=1e-12, atol=1e-14, strict=True)
seeds = st.integers(0, 2**32 - 1)

SATURATED = 800.0  # σ(±800) is exactly 1 or 0, tanh(±800) exactly ±1
SQUASH = [lambda z: 1 / (1 + math.exp(-z))] * 3 + [math.tanh]


def cells(seed, scale=1.0, H=3, D=2):
    """W, b, h_prev, c_prev, x."""
    draw = np.random.default_rng(seed).normal
    return [scale * draw(size=s) for s in ((4, H, H + D), (4, H), H, H, D)]


def set_by_hand(f=0.0, i=0.0, o=0.0, c_tilde=0.0, H=2, D=3):
    """Weights and biases whose gates ignore the input: the pre-activations are those given."""
    b = np.array([[float(z)] * H for z in (f, i, o, c_tilde)])
    return np.zeros((4, H, H + D)), b


@given(seeds)
def test_gates_are_the_scalar_sums(seed):
    W, b, h_prev, _, x = cells(seed)
    required = np.zeros(b.shape)
    for gate, unit in np.ndindex(b.shape):
        seen = zip(W[gate, unit], [*h_prev, *x], strict=True)
        required[gate, unit] = SQUASH[gate](math.fsum(w * v for w, v in seen) + b[gate, unit])
    close(lstm.gates(W, b, h_prev, x), required)


def test_each_weight_sees_its_own_gate_unit_and_input():
    h_prev, x = np.array([1.0, 2.0]), np.array([3.0, 4.0, 5.0])
    for gate, unit, column in np.ndindex(4, 2, 5):
        W, b = set_by_hand()
        W[gate, unit, column] = 1
        required = np.array([[0.5, 0.5]] * 3 + [[0.0, 0.0]])
        required[gate, unit] = SQUASH[gate]([1, 2, 3, 4, 5][column])
        close(lstm.gates(W, b, h_prev, x), required)


def test_a_cell_by_hand():
    close(lstm.cell_state([0.5, 1.0], [0.25, 0.0], [-1.0, 1.0], [3.0, 7.0]), np.array([1.25, 7.0]))
    close(lstm.hidden_state([0.5, 1.0], [0.0, math.atanh(0.5)]), np.array([0.0, 0.5]))


def test_a_step_by_hand():
    W, b = set_by_hand(f=math.log(3), i=-math.log(3), o=0.0, c_tilde=math.atanh(0.5))
    h, c = lstm.step(W, b, [9, 9], [1, -1], [9, 9, 9])
    close(c, np.array([0.75 + 0.125, -0.75 + 0.125]))
    close(h, np.array([math.tanh(0.875) / 2, math.tanh(-0.625) / 2]))


def depends(output, on, closed):
    """Whether the output of a step ("c" or "h") still moves with c_prev or c̃, one gate closed."""
    gates = {"f": 1.0, "i": 1.0, "o": 1.0} | {closed: -SATURATED}
    answers = []
    for value in (-0.5, 0.5):
        W, b = set_by_hand(**gates, c_tilde=value if on == "c_tilde" else 0.25)
        c_prev = np.full(2, value if on == "c_prev" else 0.25)
        h, c = lstm.step(W, b, np.ones(2), c_prev, np.ones(3))
        answers.append(h if output == "h" else c)
    return not np.array_equal(*answers)


def test_gate_roles_are_what_closing_each_gate_shows():
    seen = {}
    for gate in "fio":
        if not depends("c", "c_prev", closed=gate):
            seen[gate] = "erase"
        elif not depends("c", "c_tilde", closed=gate):
            seen[gate] = "write"
        elif not depends("h", "c_prev", closed=gate) and not depends("h", "c_tilde", closed=gate):
            seen[gate] = "expose"
    assert lstm.gate_roles() == seen


def drawn_extremes():
    """Lowest and highest value of each of the six names over saturated and mild cells, 40 steps."""
    seen = {name: [] for name in ("f", "i", "o", "c_tilde", "c", "h")}
    for seed in range(60):
        W, b, h, c, x = cells(seed, scale=[0.5, 4.0, 64.0][seed % 3])
        if seed % 5 == 0:
            b[:3], b[3] = SATURATED, np.sign(b[3]) * SATURATED
        for _ in range(40):
            f, i, o, c_tilde = lstm.gates(W, b, h, x)
            h, c = lstm.step(W, b, h, c, x)
            for name, value in zip(seen, (f, i, o, c_tilde, c, h), strict=True):
                seen[name].append(value)
    return {name: (np.min(values), np.max(values)) for name, values in seen.items()}


def test_ranges_hold_and_are_tight():
    seen, ranges = drawn_extremes(), lstm.ranges()
    assert ranges.keys() == seen.keys()
    for name, (low, high) in ranges.items():
        lowest, highest = seen[name]
        assert low <= lowest and highest <= high
        if np.isfinite([low, high]).all():
            assert lowest - low < 1e-9 and high - highest < 1e-9
    assert ranges["c"] == (-math.inf, math.inf)
    assert seen["c"][0] < -30 and seen["c"][1] > 30


def test_c_passes_any_bound_one_step_at_a_time():
    for sign in (1, -1):
        W, b = set_by_hand(SATURATED, SATURATED, SATURATED, sign * SATURATED)
        h, c = np.zeros(2), np.zeros(2)
        for t in range(1, 301):
            h, c = lstm.step(W, b, h, c, np.ones(3))
            assert (c == sign * t).all()


def test_the_nonnegative_quantities_are_those_never_seen_below_zero():
    seen = drawn_extremes()
    names = lstm.always_nonnegative()
    assert len(names) == len(set(names))
    assert set(names) == {name for name, (lowest, _) in seen.items() if lowest >= 0}


@given(seeds)
def test_cell_jacobian_is_the_derivative_of_the_iterated_update(seed):
    rng = np.random.default_rng(seed)
    f, written, c_0 = rng.uniform(size=(6, 3)), rng.normal(size=(6, 3)), rng.normal(size=3)

    def iterate(c, t, k):
        for s in range(k + 1, t + 1):
            c = f[s] * c + written[s]
        return c

    for k, t in itertools.combinations_with_replacement(range(6), 2):
        moved = [iterate(c_0 + e_j, t, k) - iterate(c_0, t, k) for e_j in np.eye(3)]
        close(lstm.cell_jacobian(f, t, k), np.column_stack(moved))


def test_the_carousel_is_exact_however_long():
    f = np.ones((3001, 2))
    assert (lstm.cell_jacobian(f, 3000, 0) == np.eye(2)).all()
    assert (lstm.cell_jacobian(f[:1], 0, 0) == np.eye(2)).all()
    W, b = set_by_hand(f=SATURATED, i=-SATURATED, c_tilde=3.0)
    assert (lstm.step(W, b, [1, -1], [0.1, -7.3], [1, 2, 3])[1] == [0.1, -7.3]).all()


@pytest.mark.parametrize("H, D, T", [(2, 3, 4), (3, 1, 2), (1, 1, 5)])
def test_loss_gradient_is_the_difference_quotient_in_50_digits(H, D, T):
    draw = np.random.default_rng(T).normal
    W, b, h_0, c_0, x, dL_dh = (
        draw(size=s) for s in ((4, H, H + D), (4, H), H, H, (T, D), (T + 1, H))
    )
    required = lstm_gradient_in_50_digits(W, b, h_0, c_0, x, dL_dh)
    dW, db = lstm.loss_gradient(W, b, h_0, c_0, x, dL_dh)
    close(dW, required[:, :, :-1], rtol=1e-11)
    close(db, required[:, :, -1], rtol=1e-11)


def test_loss_gradient_of_one_unit_by_hand():
    """z = 0 everywhere: f = i = o = 1/2, c̃ = 0, c_1 = c_0/2; ∂L/∂z by the product rule."""
    W, b = np.zeros((4, 1, 2)), np.zeros((4, 1))
    dW, db = lstm.loss_gradient(W, b, [3], [2], [[5]], [[7], [4]])
    tanh_1, slope = math.tanh(1), 1 - math.tanh(1) ** 2
    dc = 4 * 0.5 * slope
    required = np.array([[dc * 2 * 0.25], [0.0], [4 * tanh_1 * 0.25], [dc * 0.5]])
    close(db, required)
    close(dW, required[:, :, None] * np.array([3.0, 5.0]))


def test_loss_gradient_of_no_steps_is_zeros():
    W, b, h_0, c_0, _ = cells(1)
    dW, db = lstm.loss_gradient(W, b, h_0, c_0, np.zeros((0, 2)), np.ones((1, 3)))
    close(dW, 0 * W)
    close(db, 0 * b)
