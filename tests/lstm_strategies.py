"""The cases of lstm.py. H and D differ, for squares hide a transpose; gates, weights, biases, h_0
and c_0 are not 0, and the forget gate varies, for f = 1 everywhere hides most mistakes. The last
explicit cases are large: many units, many steps, a cell state far from 0, gates that saturate.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from strategies import MILD, SATURATED, as_arrays, as_lists, as_whole_numbers, cases


class Cell(NamedTuple):
    """One step with weights, and other weights W_o, b_o for the output gate."""

    W: np.ndarray
    b: np.ndarray
    h_prev: np.ndarray
    c_prev: np.ndarray
    x: np.ndarray
    W_o: np.ndarray
    b_o: np.ndarray
    name: str
    form: Callable = as_arrays


QUANTITIES = ("f", "i", "o", "c_tilde", "c", "h")


def _cell(scales, input_scale):
    def decode(blob):
        H, D = blob.one_of([(2, 1), (2, 3), (3, 1), (3, 2)])
        scale = blob.one_of(scales)
        W = blob.array((5, H, H + D), (5, 3, 5), scale)
        b = blob.array((5, H), (5, 3), 2 * scale)
        h_prev = blob.array((H,), (3,), 1 / 8)
        c_prev = blob.array((H,), (3,), input_scale)
        x = blob.array((D,), (3,), input_scale)
        return Cell(W[:4], b[:4], h_prev, c_prev, x, W[4], b[4], blob.one_of(QUANTITIES))

    return decode


def _small_cell(H, D):
    """Distinct small numbers, -1, -7/8, ..., 1 or so, out of order."""
    W = (np.arange(5 * H * (H + D)) * 7 % 31 - 12).reshape(5, H, H + D) / 8
    b = (np.arange(5 * H) * 3 % 11 - 4).reshape(5, H) / 4
    h_prev = np.array([0.5, -0.25, 0.75, -0.5, 1])
    c_prev, x = np.array([1, -2, 0.5, 3, -1]), np.array([2.0, -1, 3])
    return Cell(W[:4], b[:4], h_prev[:H], c_prev[:H], x[:D], W[4], b[4], "c")


_small_step, *_edge_steps = _small_cell(2, 1), _small_cell(1, 1), _small_cell(1, 3)
_many_units, _steep = _small_cell(5, 2), _small_step._replace(b=24 * _small_step.b)
_far_state = _small_step._replace(c_prev=np.array([4000.0, -50.0]))
_whole_step = Cell(
    *(np.sign(_small_step.W), np.sign(_small_step.b), np.array([1.0, -1]), np.array([2.0, -1])),
    *(np.array([2.0]), _small_step.W_o, _small_step.b_o, "c"),
)
_all_open = _whole_step._replace(b=1000 + 0 * _whole_step.b)  # so the gates are whole, too
_other_forms = [
    _all_open._replace(form=as_lists),
    _whole_step._replace(form=as_lists),
    _whole_step._replace(form=as_whole_numbers),
    _all_open._replace(form=as_whole_numbers),
]
_large_steps = _many_units, _steep, _far_state

weights = cases(_cell(MILD, 1 / 4), _small_step, _far_state)
weights_and_edges = cases(
    _cell(MILD, 1 / 4), *_other_forms, _small_step, *_edge_steps, *_large_steps
)
saturated_weights = cases(_cell(SATURATED, 2), _small_step, _far_state)


def _end(name, *signs):
    """W = 0, and biases that put the gates f, i, o and c̃ at the ends of their ranges."""
    b = 1000.0 * np.array(signs)[:, None] + 0 * _small_step.b
    c_prev = signs[-1] * abs(_far_state.c_prev)
    return _small_step._replace(W=0 * _small_step.W, b=b, c_prev=c_prev, name=name)


weights_and_ends = cases(
    _cell(SATURATED, 2),
    *(_small_step, _far_state),
    *(_end(name, *3 * [sign], 1) for name in ("f", "i", "o") for sign in (1, -1)),
    *(_end(name, 1, 1, 1, sign) for name in ("c_tilde", "h") for sign in (1, -1)),
)


class Steps(NamedTuple):
    """T steps of a layer, and ∂L_t/∂h_t at each of them."""

    W: np.ndarray
    b: np.ndarray
    h_0: np.ndarray
    c_0: np.ndarray
    x: np.ndarray
    dL_dh: np.ndarray
    form: Callable = as_arrays


_STEP_SIZES = [
    (H, D, T) for T in (4, 5, 3) for H in (2, 3) for D in (1, 2, 3) if len({H, D, T}) == 3
]


def _steps(sizes, *, unit_inputs=False):
    """Drawn inputs, or the unit vectors of as many dimensions as there are steps."""

    def decode(blob):
        H, D, T = blob.one_of(sizes)
        scale = blob.one_of(MILD)
        W = blob.array((4, H, H + D), (4, 3, 8), scale)
        b = blob.array((4, H), (4, 3), scale)
        h_0, c_0 = blob.array((H,), (3,), 1 / 8), blob.array((H,), (3,), 1 / 4)
        x = np.eye(T) if unit_inputs else blob.array((T, D), (5, 3), 1 / 4)
        return Steps(W, b, h_0, c_0, x, blob.array((T + 1, H), (6, 3), 1 / 4))

    return decode


def _small_steps(H, D, T):
    """A few distinct small numbers, out of order."""
    W, b, h_0, c_0, *_ = _small_cell(H, D)
    x = np.array([[1, -1, 2], [0.5, 1, -2], [-1.5, 3, 1]])[:T, :D]
    dL_dh = np.array([[1, 2], [-1, 3], [2, -0.5], [4, 1]])[: T + 1, :H]
    return Steps(W, b, h_0, c_0, x, dL_dh)


def _lasting_steps(T):
    """Forget gates of 0.98 and more, and small weights: the first step still counts at the last."""
    W, b, h_0, c_0, *_ = _small_cell(2, 1)
    b = b / 4
    b[0] = 4, 4.5
    x = (np.arange(T)[:, None] * 5 % 7 - 3) / 4
    dL_dh = (np.arange((T + 1) * 2) * 11 % 43 - 21.0).reshape(T + 1, 2) / 16
    dL_dh[-1] = 8, -6
    return Steps(W / 8, b, h_0, c_0, x, dL_dh)


_few_steps = _small_steps(2, 1, 3), _small_steps(2, 3, 2)
_edge_sizes = _small_steps(1, 1, 1), _small_steps(2, 1, 0)._replace(x=np.zeros((0, 1)))
_small_unit_steps = _small_steps(2, 3, 3)._replace(x=np.eye(3))

# As long as training code likes to cut them, and one more; a gradient of thousands, beyond clips.
_lasting = _lasting_steps(12), _lasting_steps(36)
_loudest = _few_steps[0]._replace(dL_dh=2.0**14 * _few_steps[0].dL_dh)

layers = cases(_steps(_STEP_SIZES), *_few_steps)
loud_layers = cases(_steps(_STEP_SIZES), *_few_steps, _loudest)
long_and_loud_layers = cases(_steps(_STEP_SIZES), *_few_steps, *_lasting, _loudest)
_whole_steps = Steps(
    *(_whole_step.W, _whole_step.b, _whole_step.h_prev, _whole_step.c_prev),
    *(np.array([[1.0], [-2]]), np.array([[1.0, 2], [-1, 3], [2, -2]])),
)
_given_otherwise = [_whole_steps._replace(form=form) for form in (as_lists, as_whole_numbers)]
layers_and_edges = cases(_steps(_STEP_SIZES), *_given_otherwise, *_few_steps, *_edge_sizes)
unit_inputs = cases(_steps([(2, 3, 3), (2, 4, 4), (3, 4, 4)], unit_inputs=True), _small_unit_steps)


class Gates(NamedTuple):
    """One step with given gates, and another candidate and old state for the same gates."""

    f: np.ndarray
    i: np.ndarray
    o: np.ndarray
    c_tilde: np.ndarray
    c_prev: np.ndarray
    other_c_tilde: np.ndarray
    other_c_prev: np.ndarray


def _gates(blob):
    H = blob.one_of((2, 3, 4))
    f, i, o = np.abs(blob.array((3, H), (3, 4), 1 / 8))
    c_tilde, other_c_tilde = blob.array((2, H), (2, 4), 1 / 8)
    c_prev, other_c_prev = blob.array((2, H), (2, 4), 1 / 2)
    return Gates(f, i, o, c_tilde, c_prev, other_c_tilde, other_c_prev)


_small_gates = Gates(
    *np.array(
        [[0.5, 0.25], [0.75, 0.125], [0.25, 1.0], [-0.5, 0.75], [2, -3], [1.0, -0.25], [-1, 0.5]]
    )
)
_far_gates = _small_gates._replace(
    c_prev=np.array([4000.0, -50.0]), other_c_prev=np.array([-800.0, 50.0])
)

gates = cases(_gates, _small_gates, _far_gates)


class Carousel(NamedTuple):
    """T steps of c ← f ⊙ c + i ⊙ c̃ from c_k, row s of f, i and c_tilde at step s; k ≤ j ≤ t."""

    f: np.ndarray
    i: np.ndarray
    c_tilde: np.ndarray
    c_k: np.ndarray
    t: int
    j: int
    k: int
    form: Callable = as_arrays


def _carousel(blob):
    H, T = blob.one_of([(2, 4), (3, 4), (2, 5), (3, 5), (2, 3)])
    k = blob.one_of(range(T))
    t = blob.one_of(range(k + 1, T + 1))
    j = blob.one_of(range(k, t + 1))
    f = 1 - np.abs(blob.array((T + 1, H), (6, 3), 1 / 8))
    i = np.abs(blob.array((T + 1, H), (6, 3), 1 / 8))
    c_tilde, c_k = blob.array((T + 1, H), (6, 3), 1 / 8), blob.array((H,), (3,), 1 / 2)
    return Carousel(f, i, c_tilde, c_k, t, j, k)


def _small_carousel(H, T, t, j, k):
    f = np.array([[0.5, 0.25], [0.75, 1], [0.5, 0.125], [0.25, 0.875]])[: T + 1, :H]
    return Carousel(f, f[::-1], 0.5 - f, np.array([2.0, -3.0])[:H], t, j, k)


_small = _small_carousel(2, 3, t=3, j=2, k=0)
_edges = _small_carousel(1, 1, t=1, j=1, k=0), _small_carousel(1, 0, 0, 0, 0), _small._replace(k=3)
_shut = np.array([[0, 0], [1, 0], [0, 0], [0, 1]])  # one gate until step k, another after it
_with_zeros = _small._replace(f=np.where(_shut, 0, _small.f), k=1)


def _long_carousel(H, T):
    """Gates between 5/8 and 1, out of order."""
    k = np.arange((T + 1) * H).reshape(T + 1, H)
    f, i, c_tilde = 1 - k * 7 % 13 / 32, k * 5 % 9 / 8, k * 3 % 17 / 8 - 1
    return Carousel(f, i, c_tilde, np.arange(H) - 2.5, T, T // 2, 1)


carousels = cases(_carousel, _small, _with_zeros, _long_carousel(6, 30))
carousels_and_edges = cases(
    _carousel,
    _small._replace(form=as_lists),
    _small._replace(f=1.0 - _shut, form=as_whole_numbers),
    *(_small, *_edges, _with_zeros, _long_carousel(6, 30)),
)


class OpenCarousel(NamedTuple):
    """f = 1 at each step after k, up to t; elsewhere 1/2, which must not count."""

    f: np.ndarray
    t: int
    k: int


def _open_carousel(H, T, t, k):
    f = np.full((T + 1, H), 0.5)
    f[k + 1 : t + 1] = 1
    return OpenCarousel(f, t, k)


def _drawn_open_carousel(blob):
    H, T = blob.one_of((2, 3, 4)), 5 + blob.one_of(range(196))
    k = blob.one_of((0, 1, 2, 3))
    return _open_carousel(H, T, T - blob.one_of((0, 1)), k)


open_carousels = cases(
    _drawn_open_carousel, _open_carousel(2, 3, 3, 1), _open_carousel(2, 1000, 1000, 0)
)
