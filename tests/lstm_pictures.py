"""Exercise 3."""

import numpy as np
from answers import interval
from picture_parts import MOST, compared, described, forgetting, requirement_and_yours

import oracles
import tolerances
from claimgrade import pictures, sketch

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


def ranges(student, failing, say):
    if not failing or {"lstm.gates", "lstm.always_nonnegative"} & set(failing):
        yield gate_values(student, say)
    if "lstm.ranges" in failing:
        answer = student.lstm.ranges()
        yield from claimed(say, {name: interval(answer, name) for name in oracles.attained()})
        yield from confined(say, interval(answer, "c"))


def claimed(say, intervals):
    """What values occur, and the intervals that the student claims, as far as ±2."""
    z = np.linspace(-6, 6, 60)
    values = {"f": oracles.sigmoid(z), "c̃": np.tanh(z), "h": np.tanh(z)}  # h with o = 1, c = z
    values |= {"i": values["f"], "o": values["f"]}
    ends = {name: np.clip(ends, -2, 2).tolist() for name, ends in intervals.items()}
    if not all(np.allclose(ends[name], right) for name, right in oracles.attained().items()):
        ends["c̃"] = ends.pop("c_tilde")
        histograms = [
            sketch.histogram(name, values[name], tuple(band)) for name, band in ends.items()
        ]
        yield pictures.Bars(histograms=histograms, **described(say, "claimed"))


def confined(say, band):
    if np.isfinite(band).any():
        t, band = np.arange(11), tuple(np.clip(band, -10, 10).tolist())
        lines = [sketch.line("c̃ = 1", t, t), sketch.line("c̃ = -1", t, -t)]
        text = described(say, "confined")
        yield pictures.Series(lines=lines, x="t", y="c_t", band=band, **text)


def gate_values(student, say):
    """The student's own gates, for pre-activations spread evenly from -6 to 6."""
    b = np.tile(np.linspace(-6, 6, 60), (4, 1))
    rows = student.lstm.gates(np.zeros((4, 60, 61)), b, np.zeros(60), np.zeros(1))
    bands = {"f": (0, 1), "i": (0, 1), "o": (0, 1), "c̃": (-1, 1)}
    histograms = [
        sketch.histogram(name, row, band)
        for (name, band), row in zip(bands.items(), rows, strict=True)
    ]
    return pictures.Bars(histograms=histograms, **described(say, "gates"))


def carousel(student, failing, say):
    if case := failing.get("lstm.cell_jacobian"):
        f, t, k = case.inputs.values()
        lag = np.arange(min(t, 2 * MOST) + 1)
        required = np.array([oracles.product_of_gates(f, t, t - n).max() for n in lag])
        asked = [student.lstm.cell_jacobian(f, t, t - n) for n in lag.tolist()]
        yours = np.array([np.abs(J).max() for J in asked])
        axes = {"x": say("picture_lag"), "y": "‖∂c_t/∂c_k‖"}
        yield from requirement_and_yours(say, "carousel_yours", lag, required, yours, **axes)
        product, within = oracles.product_of_gates(f, t, k), tolerances.cell_jacobian(f, t, k)
        J = student.lstm.cell_jacobian(f, t, k)
        yield from compared(say, "cell_yours", np.diag(product), J, within, t=t, k=k)
    elif not failing:
        lag = np.arange(31)
        lines = [sketch.line(f"LSTM, f = {f}", lag, float(f) ** lag) for f in (1, 0.95, 0.8)]
        lines.append(sketch.line("RNN, ‖W‖ = 2", lag, forgetting(2, 30)))
        axes = {"x": say("picture_lag"), "y": "‖∂c_t/∂c_k‖, ‖∂h_t/∂h_k‖", "log": True}
        yield pictures.Series(lines=lines, **axes, **described(say, "carousel"))


def gradient(student, failing, say):
    if case := failing.get("lstm.loss_gradient"):
        run = case.inputs.values()
        (_, required), (_, within) = oracles.lstm_gradient(*run), tolerances.lstm_gradient(*run)
        yours = student.lstm.loss_gradient(*run)[1]
        yield from compared(say, "bias_gradient_yours", required, yours, within)
    elif not failing:
        lag = np.arange(2 * MOST)
        lines = [sketch.line(f"b_f = {b_f}", lag, credited(b_f, len(lag))) for b_f in (4, 1, -1)]
        axes = {"x": say("picture_lag"), "y": "‖∂L_T/∂b⁽ᵏ⁾‖", "log": True}
        yield pictures.Series(lines=lines, **axes, **described(say, "bias_gradient"))


def credited(b_f, T):
    """How much of a loss at step T alone is owed to the biases of step T-n, for n = 0..T-1."""
    W = (np.arange(24) * 7 % 11 - 5).reshape(4, 2, 3) / 8
    b = np.array([[b_f, b_f], [1.0, 0.5], [0.5, 1.0], [0.25, -0.5]])
    x, dL_dh = np.cos(np.arange(T))[:, None], np.zeros((T + 1, 2))
    dL_dh[-1] = 1.0, -2.0
    run = W, b, np.array([0.5, -0.25]), np.array([1.0, -0.5]), x, dL_dh
    return np.array(
        [np.linalg.norm(oracles.lstm_gradient(*run, uses=[T - n])[1]) for n in range(T)]
    )
