"""Which claim shows which picture: of the failing case where there is one, else of the mathematics.

A maker gets the student, the failing call of each function by its name (none where the claim holds)
and the sentences of spec/text. A picture asks the student's functions a few times, and where they
don't answer there is no picture; it never changes a verdict.
"""

from itertools import product

import numpy as np

import oracles
import tolerances
from claimgrade import pictures, sketch

SINGLE = 2.0**29  # what is right in single precision isn't marked as wrong
MOST = 6  # time steps of a failing case that a picture has room for


# parts


def compared(say, name, required, yours, within, *before, **details):
    """What it is made from, what is required, and yours with the wrong entries marked."""
    same_shape = np.shape(yours) == np.shape(required)
    wrong = np.abs(yours - required) > SINGLE * within if same_shape else np.zeros(yours.shape)
    shown = [*before, (say("picture_required"), required), (say("picture_yours"), yours)]
    largest = max(np.abs(matrix).max() for _, matrix in shown)
    panels = [sketch.panel(title, matrix, largest) for title, matrix in shown[:-1]]
    panels.append(sketch.panel(*shown[-1], largest, wrong))
    key = {"wrong": say("picture_wrong")} if wrong.any() else {}
    yield pictures.Grid(panels=panels, key=key, **described(say, name, **details))


def described(say, name, **details):
    title, description = f"picture_{name}_title", f"picture_{name}"
    return {"title": say(title, **details), "description": say(description, **details)}


def requirement_and_yours(say, name, at, required, yours, **axes):
    """Two lines, where they can be told apart."""
    if np.abs(yours - required).max() > 0.01 * np.abs(required).max():
        lines = [
            sketch.line(say("picture_required"), at, required),
            sketch.line(say("picture_yours"), at, yours),
        ]
        yield pictures.Series(lines=lines, **axes, **described(say, name))


def triangle(say, name, cells, key=(), **details):
    """The (t, k) grid of cells {(t, k): (text, size, mark)}; elsewhere there is nothing."""
    largest = max(size for _, size, _ in cells.values())
    rows, columns = (range(min(indices), max(indices) + 1) for indices in zip(*cells, strict=True))
    shown = {
        tk: pictures.Cell(text, sketch.share(size, largest), mark)
        for tk, (text, size, mark) in cells.items()
    }
    grid = pictures.Panel(
        "",
        [[shown.get((t, k)) for k in columns] for t in rows],
        [f"t = {t}" for t in rows],
        [f"k = {k}" for k in columns],
    )
    key = {mark: say(sentence) for mark, sentence in key if mark in marked(cells)}
    yield pictures.Grid(panels=[grid], key=key, **described(say, name, **details))


def marked(cells):
    """The marks that occur."""
    return {mark for _, _, mark in cells.values()} - {""}


def upto(T):
    """The pairs of the double sum, as far as there is room."""
    return [(int(t), int(k)) for t, k in oracles.pairs(min(T, MOST))]


def unfit(case):
    """The answer, if it is a matrix and was not compared: it has another shape, say."""
    yours = case.yours if case.required is None else None
    return yours if np.ndim(yours) == 2 and np.isrealobj(yours) else None


def size(matrix):
    return float(np.linalg.norm(matrix))


def as_if_driven(W, h):
    """(W, U, x, h) with z_t = W h_{t-1} + U x_t such that h_t = σ(z_t): U = I."""
    x = np.log(h[1:] / (1 - h[1:])) - h[:-1] @ W.T
    return W, np.eye(len(W)), x, h


def norms(steps):
    """‖A_1‖, ‖A_2 A_1‖, ..., after the 1 of no steps."""
    J, found = np.eye(len(steps[0])), [1.0]
    for A in steps:
        J = A @ J
        found.append(np.linalg.norm(J, 2))
    return np.array(found)


# exercise 1


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
        required, within = (
            oracles.sigmoid_prime(W @ x)[:, None] * W,
            tolerances.layer_jacobian(W, x),
        )
        yours = student.rnn.layer_jacobian(W, x) if unfit(case) is None else unfit(case)
        yield from compared(say, "layer_yours", required, yours, within, ("W", W))
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


def forgetting(scale, T):
    """‖∂h_T/∂h_{T-n}‖ for n = 0..T: W is scale times a rotation, and z_t = 0, where σ' = 1/4."""
    c, s = 0.8, 0.6
    W, U, h_0 = scale * np.array([[c, -s], [s, c]]), np.eye(2), np.array([0.5, 0.5])
    x = np.tile(-W @ h_0, (T, 1))
    h = oracles.hidden_states(W, U, h_0, x)
    steps = [oracles.state_jacobian(W, U, x, h, t, t - 1) for t in range(1, T + 1)]
    return norms([A.T for A in reversed(steps)])


SIGNS = (
    ("missing", "picture_term_missing"),
    ("extra", "picture_term_extra"),
    ("wrong", "picture_term_wrong"),
)


def gradient(student, failing, say):
    for name, show in SHOWN_OF_THE_GRADIENT.items():
        if case := failing.get(f"rnn.{name}"):
            yield from show(student, say, **case.inputs)
            return
    if not failing:
        yield from triangle(say, "terms", example_of_terms())


def example_of_terms():
    """The sizes of all terms, for a small network with the same loss at every step."""
    W, U = np.array([[1.5, -1.0], [0.5, 2.0]]), np.array([[1.0], [-0.5]])
    x, dL_dh = np.array([[1.0], [-1], [0.5], [0], [1], [-0.5]]), np.tile([1.0, -1], (7, 1))
    run = W, U, x, oracles.hidden_states(W, U, np.array([0.5, 0.25]), x)
    return {(t, k): term(oracles.gradient_term(*run, dL_dh, t, k)) for t, k in upto(MOST)}


def term(matrix, mark=""):
    return sketch.short(size(matrix)), size(matrix), mark


def double_sum(student, say, W, h, dL_dh):
    """Which terms are in the student's sum, asked with the loss of one step at a time."""
    T, run = len(h) - 1, as_if_driven(W, h)
    some = np.resize([1.0, -2.0, 3.0], len(W))  # where step t has no loss
    losses = np.where(dL_dh.any(axis=1, keepdims=True), dL_dh, some)
    cells = {}
    for t in range(1, min(T, MOST) + 1):
        alone = np.zeros(h.shape)
        alone[t] = losses[t]
        terms = np.array([oracles.gradient_term(*run, alone, t, k) for k in range(1, t + 1)])
        within = SINGLE * tolerances.loss_gradient(*run, alone)
        counts = counted(terms, student.rnn.loss_gradient(W, h, alone), within)
        for k, (matrix, count) in enumerate(zip(terms, counts, strict=True), start=1):
            cells[t, k] = term(matrix, MARKS[count])
    if marked(cells):
        yield from triangle(say, "double_sum", cells, SIGNS)
    else:
        required, within = oracles.loss_gradient(*run, dL_dh), tolerances.loss_gradient(*run, dL_dh)
        yours = student.rnn.loss_gradient(W, h, dL_dh)
        yield from compared(say, "gradient_yours", required, yours, within)


MARKS = {0: "missing", 1: "", 2: "extra", None: "wrong"}


def counted(terms, yours, within):
    """How often yours counts each term, 0, 1 or 2 times; None for each if that explains nothing."""
    counts = np.array(list(product((1, 0, 2), repeat=len(terms))))
    fits = (np.abs(np.tensordot(counts, terms, 1) - yours) <= within).all(axis=(1, 2))
    if not fits.any():
        return [None] * len(terms)
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


# exercise 2


def expanded(student, failing, say):
    if case := failing.get("rnn.expanded_sum"):
        T = case.inputs["T"]
        terms = student.rnn.expanded_sum(T) if unfit(case) is None else unfit(case)
        cells = listed([row for row in terms.tolist() if len(row) == 3], T)
        if marked(cells):
            yield from triangle(say, "expanded_yours", cells, SIGNS, T=T)
    elif not failing:
        cells = {(t, k): (str(t - k), 1 / (1 + t - k), "") for t, k in upto(4)}
        yield from triangle(say, "expanded", cells)


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


def powers(student, failing, say):
    if case := failing.get("spectrum.power"):
        Q, eigenvalues, n = case.inputs.values()
        M = np.real(Q @ np.diag(eigenvalues) @ np.linalg.inv(Q))
        required = np.linalg.matrix_power(M, n)
        yours = np.real_if_close(student.spectrum.power(Q, eigenvalues, n), tol=1e6)
        within = tolerances.power(Q, eigenvalues, M, n)
        yield from compared(say, "power_yours", required, yours, within, ("M", M), n=n)
    elif not failing:
        n = np.arange(61)
        lines = [
            sketch.line(name, n, norms([np.array(M)] * 60))
            for name, M in (
                ("λ = 0.9, 0.8", [[0.9, 0.0], [0.0, 0.8]]),
                ("λ = 0.9, 0.8 *", [[0.9, 5.0], [0.0, 0.8]]),
                ("λ = 1.05, 0.8", [[1.05, 0.0], [0.0, 0.8]]),
            )
        ]
        axes = {"x": "n", "y": "‖Mⁿ‖", "log": True}
        yield pictures.Series(lines=lines, **axes, **described(say, "growth"))


def thirtieth(student, failing, say):
    if failing:
        required, yours = oracles.w_to_the_30th(), student.spectrum.w_to_the_30th()
        within = tolerances.w_to_the_30th(required) / SINGLE
        yield from compared(say, "w30_yours", required, yours, within)
    else:
        W = np.array([[0.58, 0.24], [0.24, 0.72]])
        shown = [("W", 1), ("W⁵", 5), ("W³⁰", 30)]
        powers = [(name, np.linalg.matrix_power(W, n)) for name, n in shown]
        panels = [sketch.panel(name, M, M.max()) for name, M in powers]
        yield pictures.Grid(panels=panels, **described(say, "w30"))


def limits(student, failing, say):
    if case := failing.get("spectrum.limit_of_powers"):
        spectra = [case.inputs["eigenvalues"]]
    elif not failing:
        spectra = [[0.75 + 0.5j, 0.75 - 0.5j, -0.5], [1j, -1j, 1], [-1.2, 0.5]]
    else:
        return
    dots = [sketch.dots(said_of(say, np.array(numbers)), numbers) for numbers in spectra]
    yield pictures.Disc(dots=dots, **described(say, "limit_yours" if failing else "limit"))


def said_of(say, eigenvalues):
    largest = np.abs(eigenvalues).max()
    word = "vanishes" if largest < 1 else "explodes" if largest > 1 else "bounded"
    return say(f"picture_{word}", largest=sketch.short(float(largest)))


# exercise 3

STORY = [  # f, i, o, c̃ at each step: write, keep, show, erase
    *[(1.0, 0.0, 0.0, 0.6)] * 2, (1.0, 1.0, 0.0, 0.8), *[(1.0, 0.0, 0.0, -0.5)] * 3,
    *[(1.0, 0.0, 1.0, 0.3)] * 3, (0.0, 0.0, 1.0, 0.7), *[(1.0, 0.0, 1.0, 0.4)] * 2,
]  # fmt: skip


def told(cell_state, hidden_state):
    """c_0, c_1, ... and h_1, h_2, ... of the story."""
    c = [np.zeros(1)]
    for f, i, _, c_tilde in STORY:
        c.append(cell_state(*np.array([[f], [i], [c_tilde]]), c[-1]))
    h = [hidden_state(np.array([o]), c_t) for (_, _, o, _), c_t in zip(STORY, c[1:], strict=True)]
    return np.ravel(c), np.ravel(h)


def roles(student, failing, say):
    t = np.arange(len(STORY) + 1)
    c, h = told(lambda f, i, c_tilde, c: f * c + i * c_tilde, lambda o, c: o * np.tanh(c))
    if failing:
        your_c, your_h = told(student.lstm.cell_state, student.lstm.hidden_state)
        for y, required, yours in (("c_t", c, your_c), ("h_t", h, your_h)):
            steps = t[-len(required) :]
            yield from requirement_and_yours(say, "story_yours", steps, required, yours, x="t", y=y)
    else:
        lines = [sketch.line("c_t", t, c), sketch.line("h_t", t[1:], h)]
        yield pictures.Series(lines=lines, x="t", y="", **described(say, "story"))


def gate_values(student, failing, say):
    """The student's own gates, for pre-activations spread evenly from -6 to 6."""
    b = np.tile(np.linspace(-6, 6, 60), (4, 1))
    rows = student.lstm.gates(np.zeros((4, 60, 61)), b, np.zeros(60), np.zeros(1))
    bands = {"f": (0, 1), "i": (0, 1), "o": (0, 1), "c̃": (-1, 1)}
    histograms = [
        sketch.histogram(name, row, band)
        for (name, band), row in zip(bands.items(), rows, strict=True)
    ]
    yield pictures.Bars(histograms=histograms, **described(say, "gates"))


def carousel(student, failing, say):
    if case := failing.get("lstm.cell_jacobian"):
        f, t, _ = case.inputs.values()
        lag = np.arange(min(t, 2 * MOST) + 1)
        required = np.array([oracles.product_of_gates(f, t, t - n).max() for n in lag])
        asked = [student.lstm.cell_jacobian(f, t, t - n) for n in lag.tolist()]
        yours = np.array([np.abs(J).max() for J in asked])
        axes = {"x": say("picture_lag"), "y": "‖∂c_t/∂c_k‖"}
        yield from requirement_and_yours(say, "carousel_yours", lag, required, yours, **axes)
    elif not failing:
        lag = np.arange(31)
        lines = [sketch.line(f"LSTM, f = {f}", lag, float(f) ** lag) for f in (1, 0.95, 0.8)]
        lines.append(sketch.line("RNN, ‖W‖ = 2", lag, forgetting(2, 30)))
        axes = {"x": say("picture_lag"), "y": "‖∂c_t/∂c_k‖, ‖∂h_t/∂h_k‖", "log": True}
        yield pictures.Series(lines=lines, **axes, **described(say, "carousel"))


PICTURES = {
    "1a-sigma-prime": sigmoids,
    "1a-jacobian": layer,
    "1b-states": states,
    "1b-gradient": gradient,
    "2a-expanded-sum": expanded,
    "2b-power": powers,
    "2c-w30": thirtieth,
    "2c-limit": limits,
    "3a-roles": roles,
    "3b-ranges": gate_values,
    "3c-carousel": carousel,
}
