"""Parts that pictures share: comparisons, and the triangle of the double sum."""

import numpy as np

import oracles
from claimgrade import pictures, sketch

SINGLE = 2.0**29  # what is right in single precision isn't marked as wrong
MOST = 6  # time steps that a picture has room for


def compared(say, name, required, yours, within, *before, **details):
    """What it is made from, what is required, and yours with the wrong entries marked, if any."""
    same_shape = yours.shape == required.shape
    wrong = np.abs(yours - required) > SINGLE * within if same_shape else np.zeros(yours.shape)
    if same_shape and not wrong.any():
        return
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
    is_matrix = isinstance(yours, np.ndarray) and yours.ndim == 2
    return yours if is_matrix and np.isrealobj(yours) else None


def size(matrix):
    return float(np.linalg.norm(matrix))


def norms(steps):
    """‖A_1‖, ‖A_2 A_1‖, ..., after the 1 of no steps."""
    J, found = np.eye(len(steps[0])), [1.0]
    for A in steps:
        J = A @ J
        found.append(np.linalg.norm(J, 2))
    return np.array(found)


def forgetting(scale, T):
    """‖∂h_T/∂h_{T-n}‖ for n = 0..T: W is scale times a rotation, and z_t = 0, where σ' = 1/4."""
    c, s = 0.8, 0.6
    W, U, h_0 = scale * np.array([[c, -s], [s, c]]), np.eye(2), np.array([0.5, 0.5])
    x = np.tile(-W @ h_0, (T, 1))
    h = oracles.hidden_states(W, U, h_0, x)
    steps = [oracles.state_jacobian(W, U, x, h, t, t - 1) for t in range(1, T + 1)]
    return norms([A.T for A in reversed(steps)])
