"""Required, yours and the difference, as tables of cells that know whether they are wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..result.grade import Failure
from . import numbers


class Cell(NamedTuple):
    """`tint` is the value as a share of the largest, -100 to 100."""

    text: str
    wrong: bool
    tint: int


class Table(NamedTuple):
    """A matrix; `label` is its index `[a]` where it is a slice of something larger."""

    label: str
    rows: list[list[Cell]]


class Panel(NamedTuple):
    """What one of the three is called, and its tables; `text` where it is no array."""

    key: str
    tables: list[Table]
    text: str = ""


def panels(failure: Failure) -> list[Panel]:
    """What there is to show, in the order of reading."""
    required, yours = failure.required, failure.yours
    digits = numbers.digits_to_tell_apart(required, yours)
    wrong = {tuple(index) for index in failure.differing}
    scale = max(numbers.largest(required), numbers.largest(yours))
    shown = [
        _panel("label_required", required, digits, scale, set()),
        _panel("label_yours", yours, digits, scale, wrong),
    ]
    gap = numbers.difference(yours, required)
    if gap is not None:
        shown.append(_panel("label_difference", gap, 3, numbers.largest(gap), wrong))
    return [panel for panel in shown if panel is not None]


def _panel(
    key: str, value: Any, digits: int, scale: float, wrong: set[tuple[int, ...]]
) -> Panel | None:
    if value is None:
        return None
    if numbers.depth(value) is None:
        return Panel(key, [], numbers.inline(value, digits))

    def cell(item: Any, *index: int) -> Cell:
        tint = numbers.share(item, scale)
        noise = key == "label_difference" and index not in wrong and tint == 0
        text = "0" if noise else numbers.typeset(numbers.number(item, digits))
        return Cell(text, index in wrong, tint)

    return Panel(key, list(_tables(value, cell)))


def _tables(value: Any, cell: Callable[..., Cell]) -> Iterator[Table]:
    match numbers.depth(value):
        case 0:
            yield Table("", [[cell(value)]])
        case 1:
            yield Table("", [[cell(item, j) for j, item in enumerate(value)]])
        case 2:
            yield Table("", _rows(value, cell))
        case _:
            for a, matrix in enumerate(value):
                yield Table(f"[{a}]", _rows(matrix, cell, a))


def _rows(matrix: list[list[Any]], cell: Callable[..., Cell], *slice_: int) -> list[list[Cell]]:
    return [
        [cell(item, *slice_, i, j) for j, item in enumerate(row)] for i, row in enumerate(matrix)
    ]
