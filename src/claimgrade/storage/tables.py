"""Tables as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Where a formula may begin, also in a locale that splits a cell at semicolons or tabs
FORMULA = re.compile(r"^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n])) *(?=[=+\-@＝＋－＠])")


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV; no cell is a formula for the program that opens it."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([list(map(_inert, row)) for row in rows])
    return file.getvalue()


def _inert(cell: str) -> str:
    return FORMULA.sub(r"\g<0>'", cell)
