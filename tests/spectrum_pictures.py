"""Exercises 2b and 2c."""

import numpy as np
from picture_parts import SINGLE, compared, described, norms

import oracles
import tolerances
from claimgrade import pictures, sketch


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
