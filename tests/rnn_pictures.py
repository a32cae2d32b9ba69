"""Exercises 1 and 2a."""

import numpy as np
from picture_parts import (
    MOST,
    SINGLE,
    compared,
    described,
    forgetting,
    marked,
    requirement_and_yours,
    size,
    triangle,
    unfit,
    upto,
)

import oracles
import tolerances
from claimgrade import pictures, sketch


def sigmoids(student, failing, say):
    z = np.linspace(-6, 6, 33)
    required = {
        "sigmoid": ("σ(z)", oracles.sigmoid(z), (0, 1)),
        "sigmoid_prime": ("σ'(z)", oracles.sigmoid_prime(z), (0, 1 / 4)),
    }
    for name, (y, values, band) in required.items():
        if f"rnn.{name}" in failing:
            yours = getattr(student.rnn, name)(z)
            axes = {"x": "z", "y": y, "band": band}
            yield from requirement_and_yours(say, "sigmoid_yours", z, values, yours, **axes)
    if not failing:
        lines = [sketch.line(y, z, values) for y, values, _ in required.values()]
        text = described(say, "sigmoid")
        yield pictures.Series(lines=lines, x="z", y="", band=(0, 1 / 4), **text)


def layer(student, failing, say):
    if case := failing.get("rnn.layer_jacobian"):
        W, x = case.inputs.values()
        q, within = oracles.sigmoid_prime(W @ x)[:, None], tolerances.layer_jacobian(W, x)
        yours = student.rnn.layer_jacobian(W, x) if unfit(case) is None else unfit(case)
        name = "layer_yours" if yours.shape == W.shape else "layer_shape"
        yield from compared(say, name, q * W, yours, within, ("W", W))
    elif not failing:
        W, x = np.array([[1.0, -2, 0.5], [4, 3, -2]]), np.array([1.0, 1, 1])
        q = oracles.sigmoid_prime(W @ x)[:, None]
        panels = [sketch.panel("W", W, 4), sketch.panel("q", q, 1 / 4)]
        J = sketch.panel("diag(q) W", q * W, 1 / 4)
        yield pictures.Grid(panels=[*panels, J], **described(say, "layer"))


def states(student, failing, say):
    if case := failing.get("rnn.state_jacobian"):
        W, h, t, k = case.inputs.values()
        run = as_if_driven(W, h)
        required, within = oracles.state_jacobian(*run, t, k), tolerances.state_jacobian(*run, t, k)
        yours = student.rnn.state_jacobian(W, h, t, k)
        yield from compared(say, "chain_yours", required, yours, within, t=t, k=k)
    elif case := failing.get("rnn.hidden_states"):
        W, U, h_0, x = case.inputs.values()
        h = oracles.hidden_states(W, U, h_0, x)
        yours, within = (
            student.rnn.hidden_states(W, U, h_0, x),
            tolerances.hidden_states(W, U, x, h),
        )
        yield from compared(say, "states_yours", h, yours, within)
    elif not failing:
        lag = np.arange(21)
        lines = [sketch.line(f"‖W‖ = {scale}", lag, forgetting(scale, 20)) for scale in (2, 4, 8)]
        axes = {"x": say("picture_lag"), "y": "‖∂h_t/∂h_k‖", "log": True}
        yield pictures.Series(lines=lines, **axes, **described(say, "chain"))


LOSS = np.array([1.0, -2.0])  # ∂L_t/∂h_t where none is given
MISSING, EXTRA = ("missing", "picture_term_missing"), ("extra", "picture_term_extra")


def gradient(student, failing, say):
    for name, show in SHOWN_OF_THE_GRADIENT.items():
        if case := failing.get(f"rnn.{name}"):
            yield from show(student, say, **case.inputs)
    if not failing:
        run = example(MOST)
        cells = {(t, k): term(oracles.gradient_term(*run, t, k)) for t, k in upto(MOST)}
        yield from triangle(say, "terms", cells)


def example(T):
    """Up to six steps of a small network, with the same loss at each of them."""
    W, U = np.array([[1.5, -1.0], [0.5, 2.0]]), np.array([[1.0], [-0.5]])
    x = np.array([[1.0], [-1], [0.5], [0], [1], [-0.5]])[:T]
    return (
        W,
        U,
        x,
        oracles.hidden_states(W, U, np.array([0.5, 0.25]), x),
        np.ones((T + 1, 2)) * LOSS,
    )


def term(matrix, mark=""):
    return f"{size(matrix):.2g}", size(matrix), mark


def double_sum(student, say, W, h, dL_dh):
    """Which terms the sum has, in the failing case and, if that is short, in five steps."""
    cells, key = terms_counted(student, W, h, dL_dh), [MISSING, EXTRA, ("wrong", "picture_no_sum")]
    if marked(cells):
        yield from triangle(say, "double_sum", cells, key)
    else:
        run = as_if_driven(W, h)
        required, within = oracles.loss_gradient(*run, dL_dh), tolerances.loss_gradient(*run, dL_dh)
        yours = student.rnn.loss_gradient(W, h, dL_dh)
        yield from compared(say, "gradient_yours", required, yours, within)
    if len(h) - 1 < 4:
        W, _, _, h, dL_dh = example(5)
        cells = terms_counted(student, W, h, dL_dh)
        if marked(cells):
            yield from triangle(say, "five_steps", cells, key)


def terms_counted(student, W, h, dL_dh):
    """The cells of the double sum, asked with the loss of one step at a time."""
    run, cells = as_if_driven(W, h), {}
    losses = np.where(dL_dh.any(axis=1, keepdims=True), dL_dh, np.resize(LOSS, len(W)))
    for t in range(1, min(len(h) - 1, MOST) + 1):
        alone = np.zeros(h.shape)
        alone[t] = losses[t]
        terms = np.array([oracles.gradient_term(*run, alone, t, k) for k in range(1, t + 1)])
        within = SINGLE * tolerances.loss_gradient(*run, alone)
        counts = counted(terms, student.rnn.loss_gradient(W, h, alone), within)
        for k, (matrix, count) in enumerate(zip(terms, counts, strict=True), start=1):
            text, shade, mark = term(matrix, MARKS.get(count, "extra"))
            cells[t, k] = f"{count}×" if mark == "extra" else text, shade, mark
    return cells


MARKS = {0: "missing", 1: "", None: "wrong"}


def counted(terms, yours, within):
    """How often yours counts each of t terms, up to t times; None if that explains nothing."""
    t = len(terms)
    counts = np.indices((1 + max(t, 2),) * t).reshape(t, -1).T
    fits = (np.abs(np.tensordot(counts, terms, 1) - yours) <= within).all(axis=(1, 2))
    if not fits.any():
        return [None] * t
    return min(counts[fits].tolist(), key=lambda count: sum(abs(n - 1) for n in count))


def single_terms(student, say, W, h, dL_dh, t, k):
    """Which of the terms are wrong."""
    run, cells = as_if_driven(W, h), {}
    for t, k in upto(len(h) - 1):
        required = oracles.gradient_term(*run, dL_dh, t, k)
        within = SINGLE * tolerances.gradient_term(*run, dL_dh, t, k)
        wrong = np.abs(student.rnn.gradient_term(W, h, dL_dh, t, k) - required) > within
        cells[t, k] = term(required, "wrong" if wrong.any() else "")
    yield from triangle(say, "terms_yours", cells, [("wrong", "picture_wrong")])


def immediate(student, say, h, k):
    """∂⁺h_k/∂W, a matrix for each entry of h_k."""
    n = h.shape[1]
    run = as_if_driven(np.zeros((n, n)), h)
    required = oracles.immediate_jacobian(*run, k)
    yours, largest = student.rnn.immediate_jacobian(h, k), np.abs(required).max()
    wrong = np.abs(yours - required) > SINGLE * tolerances.immediate_jacobian(*run, k)
    panels = [
        sketch.panel(f"{say(word)}, h_k[{a}]", matrices[a], largest, marked[a])
        for word, matrices, marked in (
            ("picture_required", required, 0 * wrong),
            ("picture_yours", yours, wrong),
        )
        for a in range(n)
    ]
    key = {"wrong": say("picture_wrong")}
    yield pictures.Grid(panels=panels, key=key, **described(say, "immediate", k=k))


SHOWN_OF_THE_GRADIENT = {
    "loss_gradient": double_sum,
    "gradient_term": single_terms,
    "immediate_jacobian": immediate,
}


def expanded(student, failing, say):
    if case := failing.get("rnn.expanded_sum"):
        T = case.inputs["T"]
        terms = student.rnn.expanded_sum(T) if unfit(case) is None else unfit(case)
        cells = listed([row for row in terms.tolist() if len(row) == 3], T)
        if marked(cells):
            key = [MISSING, EXTRA, ("wrong", "picture_factors_wrong")]
            yield from triangle(say, "expanded_yours", cells, key, T=T)
    elif not failing:
        cells = {(t, k): (str(t - k), 1 / (1 + t - k), "") for t, k in upto(4)}
        yield from triangle(say, "expanded", cells)


def norm_bound(student, failing, say):
    axes = {"x": say("picture_lag")}
    if case := failing.get("rnn.jacobian_norm_bound"):
        W, lag = case.inputs["W"], np.arange(2 * MOST + 1)
        required = np.array([oracles.norm_bound(W, n, 0) for n in lag])
        yours = np.array([float(student.rnn.jacobian_norm_bound(W, n, 0)) for n in lag.tolist()])
        axes |= {"y": "(‖W‖₂/4)^{t-k}"}
        yield from requirement_and_yours(say, "bound_yours", lag, required, yours, **axes)
    elif not failing:
        W, U, x, h, _ = example(MOST)
        lag = np.arange(MOST + 1)
        chain = [oracles.state_jacobian(W, U, x, h, MOST, MOST - n) for n in lag]
        lines = [
            sketch.line("(‖W‖₂/4)^{t-k}", lag, [oracles.norm_bound(W, n, 0) for n in lag]),
            sketch.line("‖∂h_t/∂h_k‖₂", lag, [np.linalg.norm(J, 2) for J in chain]),
        ]
        axes |= {"y": "‖·‖₂", "log": True}
        yield pictures.Series(lines=lines, **axes, **described(say, "bound"))


def listed(terms, T):
    """For each pair what a student says of its factors, as often as the pair occurs."""
    cells = {(t, k): (str(t - k), 0.0, "missing") for t, k in upto(T)}
    for t, k, number in terms:
        if (t, k) in cells and cells[t, k][2] == "missing":
            mark = "" if number == t - k else "wrong"
            cells[t, k] = sketch.short(number), 1 / (1 + t - k), mark
        elif min(t, k) >= 0 and max(t, k) <= min(T, MOST) + 1:
            cells[t, k] = sketch.short(number), 0.0, "extra"
    return cells


def as_if_driven(W, h):
    """(W, U, x, h) with z_t = W h_{t-1} + U x_t such that h_t = σ(z_t): U = I."""
    x = np.log(h[1:] / (1 - h[1:])) - h[:-1] @ W.T
    return W, np.eye(len(W)), x, h
