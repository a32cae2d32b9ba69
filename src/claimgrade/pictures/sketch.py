"""Parts of pictures, made from arrays of whatever numbers: what isn't finite is left out.

>>> from claimgrade import sketch
>>> sketch.panel("yours", [[0.25, float("nan")]], largest=0.5).cells
[[Cell(text='0.25', shade=0.5, mark=''), Cell(text='nan', shade=0.0, mark='')]]
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from .model import Cell, Dots, Histogram, Line, Panel


def panel(title: str, matrix: Any, largest: float, wrong: Any = False) -> Panel:
    """A matrix (m, n) shaded in proportion to `largest`; `wrong` (m, n) marks cells."""
    values = np.atleast_2d(np.asarray(matrix))
    flags = np.broadcast_to(wrong, values.shape).tolist()
    cells: list[list[Cell | None]] = [
        [
            Cell(short(value), share(value, largest), "wrong" if flag else "")
            for value, flag in zip(row, flags_of_row, strict=True)
        ]
        for row, flags_of_row in zip(values.tolist(), flags, strict=True)
    ]
    return Panel(title, cells)


def share(value: complex, largest: float) -> float:
    """A value as a shade: its real part as a part of the largest, from -1 to 1."""
    part = value.real / largest if largest else 0.0
    return round(float(np.clip(part, -1, 1)), 3) if np.isfinite(part) else 0.0


def line(name: str, x: Any, y: Any) -> Line:
    """Points joined by a line, from x (n,) and y (n,)."""
    return Line(name, _points(x, y))


def dots(name: str, numbers: Any) -> Dots:
    """Complex numbers (n,) as points."""
    return Dots(name, _points(np.real(numbers), np.imag(numbers)))


def histogram(name: str, values: Any, band: tuple[float, float], bins: int = 20) -> Histogram:
    """How values are spread from -1 to 1, or further if need be."""
    given = np.asarray(values, dtype=float)
    finite = np.clip(given[np.isfinite(given)], -1e9, 1e9)
    reach = float(np.max(np.abs(finite), initial=1.0))
    counts, edges = np.histogram(finite, bins=bins, range=(-reach, reach))
    return Histogram(name, _rounded(edges), counts.tolist(), band)


def short(value: complex) -> str:
    """A number in at most three digits, a tiny one as `6e-4`; `-0` is `0`."""
    if isinstance(value, complex):
        return f"{value:.2g}" if value.imag else short(value.real)
    if 0 < abs(value) < 0.001:
        return re.sub("e-0*", "e-", f"{value:.0e}")
    return f"{value:.3g}" if value else "0"


def _points(x: Any, y: Any) -> list[tuple[float, float]]:
    pairs = zip(_rounded(x), _rounded(y), strict=True)
    return [pair for pair in pairs if np.isfinite(pair).all()]


def _rounded(values: Any) -> list[float]:
    return [float(f"{value:.5g}") for value in np.asarray(values, dtype=float).tolist()]
