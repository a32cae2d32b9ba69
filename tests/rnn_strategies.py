"""The cases of rnn.py. All sizes differ, for squares hide a transpose; h_0 is not 0 and every step
has a loss, for zeros hide missing terms. Explicit cases come first: distinct small numbers, and,
where the contract is tried, the edges n = 1, d = 1, T = 1, T = 0. The last of them are squares,
many units and steps, units that saturate, and losses of another scale: a mistake may wait there.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from oracles import hidden_states
from strategies import MILD, SATURATED, as_arrays, as_lists, as_whole_numbers, cases


def _array(*rows):
    return np.array(rows, dtype=float)


def _in_other_forms(case):
    """A case of whole numbers, as lists and as arrays of such.

    First of all, before a case asks for another function, which may be missing.
    """
    return [case._replace(form=form) for form in (as_lists, as_whole_numbers)]


class Numbers(NamedTuple):
    """z of any shape, for σ and σ'."""

    z: np.ndarray
    form: Callable = as_arrays


def _numbers(shapes, scales):
    def decode(blob):
        shape = blob.one_of(shapes)
        flat = blob.array((int(np.prod(shape)),), (6,), blob.one_of(scales))
        return Numbers(flat.reshape(shape))

    return decode


_three = Numbers(_array(1, -2, 0.5))
_single = [Numbers(np.array(z)) for z in (0.5, -3.0, 0.0)]
_block = Numbers(_array([[1, -2], [0.5, 4]], [[-1, 3], [0, -0.25]]))
_steep = Numbers(_array(16, -16, 24, -24, 32, -32))  # σ' is 1e-7, 4e-11 and 1e-14
_far = [_array(40, -40), _array(800, -800), _array(1e4, -1e4), np.array(-745.5)]

_whole = [*_in_other_forms(Numbers(_array(1, -2, 0))), Numbers(np.array(3.0), as_lists)]

_any_shape = *_whole, _three, *_single, _block, _steep
numbers = cases(_numbers([(2,), (3,), (6,)], (1, 1 / 4)), _three)
numbers_of_any_shape = cases(_numbers([(3,), (2, 3), (), (1, 2)], (1, 4)), *_any_shape)
far_numbers = cases(_numbers([(2,), (), (2, 3)], (16, 4, 128, 1250)), *map(Numbers, _far))


class Layer(NamedTuple):
    """One layer y = σ(W x), a direction v in which x moves, and an order of the rows of W."""

    W: np.ndarray
    x: np.ndarray
    v: np.ndarray
    order: np.ndarray
    form: Callable = as_arrays


_LAYER_SIZES = [(n, d) for d in (1, 2, 3, 4) for n in (2, 3, 4) if n != d]


def _layer(scales, x_scales):
    def decode(blob):
        n, d = blob.one_of(_LAYER_SIZES)
        W = blob.array((n, d), (4, 4), blob.one_of(scales))
        x = blob.array((d,), (4,), blob.one_of(x_scales))
        order = np.array(blob.distinct(range(n), n, 4))
        return Layer(W, x, blob.array((d,), (4,)), order)

    return decode


_small_layer = Layer(
    _array([1, 2, -3], [-1, 0.5, 4]), _array(1, -0.5, 0.25), _array(1, 2, -1), np.array([1, 0])
)
_edge_layers = [
    Layer(_array([2]), _array(0.5), _array(3), np.array([0])),
    Layer(_array([1, -2, 0.5]), _array(1, 0.5, -1), _array(1, 2, -1), np.array([0])),
    Layer(_array([1], [-2]), _array(0.5), _array(3), np.array([1, 0])),
]


def _large_layer(n, d, scale):
    """A few distinct numbers, out of order, times a scale."""
    W = (np.arange(n * d) * 7 % 19 - 9.0).reshape(n, d) / 8
    x, v = _array(1, -0.5, 0.25, 2)[:d], _array(2, -1, 1, 3)[:d]
    return Layer(scale * W, x, v, np.roll(np.arange(n), 2))


_large_layers = _large_layer(2, 2, 1), _large_layer(6, 4, 1), _large_layer(3, 2, 16)
_whole_layer = Layer(
    _array([1, 2, -3], [-1, 0, 4]), _array(1, -1, 0), _array(1, 2, -1), np.array([1, 0])
)

layers = cases(_layer(MILD, [1 / 4]), _small_layer)
layers_and_edges = cases(
    _layer(MILD, [1 / 4]),
    *(*_in_other_forms(_whole_layer), _small_layer, *_edge_layers, *_large_layers),
)
saturated_layers = cases(_layer(SATURATED, [1 / 16, 2]), _small_layer)


class Run(NamedTuple):
    """T steps of a network, ∂L_t/∂h_t at each of them, and steps k ≤ j ≤ t."""

    W: np.ndarray
    U: np.ndarray
    x: np.ndarray
    h: np.ndarray
    dL_dh: np.ndarray
    t: int
    j: int
    k: int
    form: Callable = as_arrays


_RUN_SIZES = [
    (n, d, T) for T in (4, 5, 3) for n in (2, 3) for d in (1, 2, 3) if len({n, d, T}) == 3
]


def _run(scales, first=0):
    """Steps of a state Jacobian, 0 ≤ k < t ≤ T, or, from `first` = 1, of a term, 1 ≤ k ≤ t ≤ T."""

    def decode(blob):
        n, d, T = blob.one_of(_RUN_SIZES)
        scale = blob.one_of(scales)
        k = first + blob.one_of(range(T))
        t = blob.one_of(range(k + 1 - first, T + 1))
        j = blob.one_of(range(k, t + 1))
        W = blob.array((n, n), (3, 3), scale)
        U = blob.array((n, d), (3, 3), scale)
        x = blob.array((T, d), (5, 3), 1 / 4)
        h = hidden_states(W, U, blob.array((n,), (3,), 1 / 8), x)
        return Run(W, U, x, h, blob.array((T + 1, n), (6, 3), 1 / 4), t, j, k)

    return decode


def _small_run(n, d, T, t, j, k):
    """The leading blocks of a few distinct small numbers."""
    W = _array([0.5, -1], [2, 1.5])[:n, :n]
    U = _array([1, 0.5, -1], [-0.5, 2, 1])[:n, :d]
    x = _array([1, -1, 2], [0.5, 1, -2], [-1.5, 3, 1])[:T, :d]
    h = hidden_states(W, U, _array(0.5, -0.25)[:n], x)
    dL_dh = _array([1, 2], [-1, 3], [2, -0.5], [4, 1])[: T + 1, :n]
    return Run(W, U, x, h, dL_dh, t, j, k)


_small = _small_run(2, 3, 2, t=2, j=1, k=0), _small_run(2, 1, 3, t=3, j=2, k=0)
_edges = _small_run(1, 1, 1, t=1, j=1, k=0), _small_run(2, 1, 0, t=0, j=0, k=0)


def _long_run(k):
    """Eight steps of five units: a few distinct numbers, out of order."""
    n, d, T = 5, 2, 8
    W = (np.arange(n * n) * 7 % 23 - 11.0).reshape(n, n) / 4
    U = (np.arange(n * d) * 3 % 11 - 5.0).reshape(n, d) / 4
    x = (np.arange(T * d) * 5 % 17 - 8.0).reshape(T, d) / 8
    h = hidden_states(W, U, _array(0.5, -0.25, 1, -1, 0.75), x)
    dL_dh = (np.arange((T + 1) * n) * 11 % 43 - 21.0).reshape(T + 1, n) / 16
    return Run(W, U, x, h, dL_dh, T, 4, k)


def _lasting_run(T, k):
    """A run whose last state still depends on its first, about a quarter turn a step.

    W is some 4 times as large as a rotation, and pre-activations are small, so diag(σ') W neither
    shrinks nor grows much: what is left out of the gradient far back in time is missed at the end.
    """
    W, U, steps = _array([0.5, -4], [4.25, 0.5]), _array([1.75], [-2.25]), np.arange(T)
    x = 1 + (steps[:, None] * 5 % 7 - 3) / 16
    h = hidden_states(W, U, _array(0.5, 0.25), x)
    dL_dh = (np.arange((T + 1) * 2) * 11 % 43 - 21.0).reshape(T + 1, 2) / 16
    dL_dh[-1] = 8, -6
    return Run(W, U, x, h, dL_dh, T, T // 2, k)


def _lasting_runs(k):
    """Of twelve steps, and of one more than the 35 at which training code likes to cut them."""
    return _lasting_run(12, k), _lasting_run(36, k)


def _saturating_run(k):
    """The first unit is shut to exactly 0, open, neither, and open to exactly 1; the other never.

    σ(-800) is less than the least number there is, and σ(25) is 1 - 1e-11.
    """
    W, U, x = _array([0.5, -1], [2, 1.5]), _array([800], [-1]), _array([-1], [1 / 32], [0], [1])
    h = hidden_states(W, U, _array(0.5, -0.25), x)
    h[1, 0] = 0
    dL_dh = _array([1, 2], [-1, 3], [2, -0.5], [4, 1], [0.5, -2])
    return Run(W, U, x, h, dL_dh, 4, 2, k)


def _whole_run(k):
    """Whole numbers, but for the states that follow from them."""
    W, U, x = _array([1, -2], [2, 1]), _array([1], [-1]), _array([1], [0], [-1])
    h = hidden_states(W, U, _array(1, 0), x)
    return Run(W, U, x, h, _array([1, 2], [-1, 3], [2, 0], [4, 1]), 3, 2, k)


def _large_runs(k):
    square = _small_run(2, 2, 2, t=2, j=1, k=k)
    return square, _long_run(k), _saturating_run(k)


_small_terms = _small_run(2, 3, 2, t=2, j=1, k=1), _small_run(2, 1, 3, t=3, j=2, k=1)
_loud, _quiet = (
    _small_terms[1]._replace(dL_dh=scale * _small_terms[1].dL_dh) for scale in (2.0**10, 2.0**-30)
)
_edge_terms = _small_run(1, 1, 1, t=1, j=1, k=1), _small_run(1, 2, 3, t=3, j=3, k=2)
_all_terms = (
    *_in_other_forms(_whole_run(1)),
    *_small_terms,
    *_edge_terms,
    *_large_runs(1),
    _loud,
    _quiet,
)

# A gradient of thousands: whatever training clips it to is less.
_loudest = _small[1]._replace(dL_dh=2.0**12 * _small[1].dL_dh)

runs = cases(_run(MILD), *_small)
loud_runs = cases(_run(MILD), *_small, _loudest)
long_runs = cases(_run(MILD), *_small, *_lasting_runs(0))
long_and_loud_runs = cases(_run(MILD), *_small, *_lasting_runs(0), _loudest)
runs_and_edges = cases(
    _run(MILD), *_in_other_forms(_whole_run(0)), *_small, *_edges, *_large_runs(0)
)
saturated_runs = cases(_run(SATURATED), *_small, _saturating_run(0))
terms = cases(_run(MILD, first=1), *_small_terms)
long_terms = cases(_run(MILD, first=1), *_small_terms, *_lasting_runs(1))
terms_and_edges = cases(_run(MILD, first=1), *_all_terms)


class Steps(NamedTuple):
    """T ≥ 0 time steps."""

    T: int


_some_steps = [Steps(T) for T in (2, 3, 1, 0)]

steps = cases(lambda blob: Steps(1 + blob.one_of(range(12))), Steps(3))
steps_and_none = cases(lambda blob: Steps(blob.one_of(range(13))), *_some_steps)
many_steps = cases(lambda blob: Steps(blob.one_of(range(25))), *_some_steps, Steps(130))
