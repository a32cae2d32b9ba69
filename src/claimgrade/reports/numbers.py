"""Numbers, vectors and matrices: what can be shown of them, and as text that lines up."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

_PIECE = re.compile(r"(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef])[，。；：？！、）”]*\s*|\s+")
MAX_LENGTH = 8  # rows, columns or matrices that are still read at a glance


def width(text: str) -> int:
    """Columns that a terminal needs: Chinese characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def pad(text: str, columns: int, fill: str = " ") -> str:
    """Fill up to a width in columns."""
    return text + fill * (columns - width(text))


def wrapped(text: str, columns: int, lines: int) -> list[str]:
    """The text in at most so many lines; a line breaks at a space or beside a Chinese character."""
    rows = [""]
    text = re.sub(r"\s*\n\s*", " ", text)  # no line of a student's may look like one of ours
    words = _PIECE.findall(text)
    for piece in (w[i : i + columns] for w in words for i in range(0, len(w), columns)):
        if width(rows[-1] + piece.rstrip()) > columns and rows[-1]:
            if len(rows) > lines:
                break
            rows.append("")
        rows[-1] += piece
    rows = [row.rstrip() for row in rows]
    if len(rows) > lines:
        rows[lines - 1 :] = [cut(rows[lines - 1] + " ...", columns)]
    return rows


def cut(text: str, columns: int) -> str:
    """The text, and dots in the place of what goes past the width."""
    if width(text) <= columns:
        return text
    while (more := width(text) - columns + 4) > 0:
        text = text[: -((more + 1) // 2)]  # none takes more than two
    return f"{text.rstrip()} ..."


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


def depth(value: Any) -> int | None:
    """0 for a number, 1, 2, 3 for small arrays of them; None for anything else."""
    if not isinstance(value, list):
        return 0 if isinstance(value, int | float) or _is_written(value) else None
    inner = {depth(item) for item in value}
    lengths = {len(item) for item in value if isinstance(item, list)}
    if not 0 < len(value) <= MAX_LENGTH or len(inner) != 1 or len(lengths) > 1:
        return None
    below = inner.pop()
    return None if below is None or below == 3 else below + 1


def typeset(text: str) -> str:
    """A number's text with a real minus sign."""
    return text.replace("-", "\N{MINUS SIGN}") if text[-1:].isdigit() else text


def difference(yours: Any, required: Any) -> Any:
    """Entry by entry, None where the two aren't arrays of numbers of one shape."""
    if isinstance(yours, list) and isinstance(required, list) and len(yours) == len(required):
        entries = [difference(a, b) for a, b in zip(yours, required, strict=True)]
        return None if any(entry is None for entry in entries) else entries
    return yours - required if is_number(yours) and is_number(required) else None


def _is_written(value: Any) -> bool:
    """A number that JSON can't hold, as `nan` or `1+2j`."""
    try:
        return isinstance(value, str) and complex(value) is not None
    except ValueError:
        return False


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def largest(value: Any) -> float:
    """The largest modulus of an entry, 0 if there are no numbers."""
    if isinstance(value, list):
        return max(map(largest, value), default=0.0)
    return abs(value) if is_number(value) else 0.0


def share(value: Any, scale: float) -> int:
    """The value in hundredths of the scale; 0 where that has no meaning."""
    part = value / scale if scale and is_number(value) else 0.0
    return round(100 * part) if math.isfinite(part) else 0


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
