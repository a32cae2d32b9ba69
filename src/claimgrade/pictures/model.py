"""Pictures as data: an assignment makes them, `grade.json` carries them, a renderer draws them.

Whoever makes one has resolved the language: strings are shown as they stand.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Mark = Literal["", "missing", "extra", "wrong"]


class Cell(msgspec.Struct, omit_defaults=True):
    """A number as text; `shade` from -1 to 1 is its size, of the largest in the picture."""

    text: str
    shade: float = 0.0
    mark: Mark = ""


class Panel(msgspec.Struct, omit_defaults=True):
    """One matrix; a cell that is None is left blank."""

    title: str
    cells: list[list[Cell | None]]
    rows: list[str] = []
    columns: list[str] = []


class Line(msgspec.Struct):
    """Points (x, y) in order, joined."""

    name: str
    points: list[tuple[float, float]]


class Dots(msgspec.Struct):
    """Points (x, y) with one symbol."""

    name: str
    points: list[tuple[float, float]]


class Histogram(msgspec.Struct):
    """`counts[i]` values lie between `edges[i]` and `edges[i + 1]`; `band` is where they may."""

    name: str
    edges: list[float]
    counts: list[int]
    band: tuple[float, float]


class Described(msgspec.Struct, kw_only=True, tag_field="kind", omit_defaults=True):
    """Every picture has a title, and says in words what there is to see."""

    title: str
    description: str


class Grid(Described, tag="grid"):
    """Matrices side by side; `key` says what the marks that occur mean."""

    panels: list[Panel]
    key: dict[Mark, str] = {}


class Series(Described, tag="series"):
    """Lines over a common axis; `log` draws y by its logarithm, `band` is where y may lie."""

    lines: list[Line]
    x: str
    y: str
    log: bool = False
    band: tuple[float, float] | None = None


class Disc(Described, tag="disc"):
    """Points of the plane, and the circle of radius 1."""

    dots: list[Dots]


class Bars(Described, tag="bars"):
    """Histograms over a common axis."""

    histograms: list[Histogram]


Picture = Grid | Series | Disc | Bars
