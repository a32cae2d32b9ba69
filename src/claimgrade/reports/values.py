"""Numbers, vectors and matrices as text that lines up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

MAX_ROWS = 6
MAX_COLUMNS = 8


def width(text: str) -> int:
    """Columns that a terminal needs: Chinese characters take two, combining marks none."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def pad(text: str, columns: int, fill: str = " ") -> str:
    """Fill up to a width in columns."""
    return text + fill * (columns - width(text))


def wrapped(text: str, columns: int, lines: int) -> list[str]:
    """The text in at most so many lines; a line breaks at a space or beside a Chinese character."""
    rows = [""]
    text = re.sub(r"\s*\n\s*", " ", text)  # no line of a student's may look like one of ours
    pieces = rf"(?:[^\s\u2e80-\uffef]{{1,{columns}}}|[\u2e80-\uffef])[，。；：？！、）”]*\s*|\s+"
    for piece in re.findall(pieces, text):
        if width(rows[-1] + piece.rstrip()) > columns and rows[-1]:
            rows.append("")
        rows[-1] += piece
    rows = [row.rstrip() for row in rows]
    if len(rows) > lines:
        last = rows[lines - 1]
        while width(last) > columns - 2:
            last = last[:-1]
        rows[lines - 1 :] = [last + " …"]
    return rows


def number(value: Any, digits: int = 4) -> str:
    """A number with up to so many digits; `-0` is `0`, a whole number has no point."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int):
        return str(value)
    return f"{value + 0.0:.{digits}g}" if value else "0"


def inline(value: Any, digits: int = 4) -> str:
    """On one line: `[[1, 2], [3, 4]]`, `{'f': 'erase'}`, `0.25`."""
    match value:
        case list():
            return "[" + ", ".join(inline(item, digits) for item in value) + "]"
        case dict():
            return ", ".join(f"{key}: {inline(item, digits)}" for key, item in value.items())
        case _:
            return number(value, digits)


def is_matrix(value: Any) -> bool:
    """A list of lists of numbers, neither empty, small enough to be shown as a grid."""
    return (
        isinstance(value, list)
        and 0 < len(value) <= MAX_ROWS
        and all(isinstance(row, list) and 0 < len(row) <= MAX_COLUMNS for row in value)
        and not any(isinstance(item, list | dict) for row in value for item in row)
    )


def is_vector(value: Any) -> bool:
    """A list of numbers, neither empty nor too long to be shown on a line."""
    return (
        isinstance(value, list)
        and 0 < len(value) <= MAX_COLUMNS
        and not any(isinstance(item, list | dict | str) for item in value)
    )


def grid(rows: Sequence[Sequence[Any]], digits: int = 4) -> list[str]:
    """A matrix as lines of brackets with right-aligned columns."""
    cells = [[number(item, digits) for item in row] for row in rows]
    widths = [max(len(row[j]) for row in cells) for j in range(len(cells[0]))]
    return [
        "[ " + "  ".join(item.rjust(w) for item, w in zip(row, widths, strict=True)) + " ]"
        for row in cells
    ]


def digits_to_tell_apart(required: Any, yours: Any) -> int:
    """4, or as many as make the two look different."""
    for digits in (4, 7, 10, 13):
        if inline(required, digits) != inline(yours, digits):
            return digits
    return 17
