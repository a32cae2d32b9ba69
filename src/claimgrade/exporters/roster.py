"""A class list as the platform exported it, and which of its students a submission is of."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from .errors import ExportError

Row = dict[str, str]

# Where a formula may begin, also in a locale that splits a cell at semicolons or tabs
FORMULA = re.compile(r"^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n])) *(?=[=+\-@＝＋－＠])")


class Roster:
    """The rows of a CSV file; `ExportError` where it, or a column that is needed, is not there.

    `matched_by` maps the columns that identify a student, the first first, to a pattern or "": what
    the platform calls a submission that is downloaded, with the column's content as its group.
    """

    def __init__(self, path: Path, needed: Sequence[str], matched_by: Mapping[str, str]) -> None:
        self.path = path
        self.header, self.rows = _read(path)
        missing = [name for name in needed if name not in self.header]
        if missing:
            raise self.unlike(f"has no column {missing[0]!r}")
        self._matched_by = {name: matched_by[name] for name in matched_by if name in self.header}
        self._index = {name: self._rows_by(name) for name in self._matched_by}
        self._of: dict[int, str] = {}  # whose row is taken already

    def unlike(self, what: str) -> ExportError:
        """The error that the file is not what the platform exports."""
        return ExportError(
            f"{self.path} {what}; its columns are {', '.join(self.header)}: "
            "give the file that the platform exported, unchanged"
        )

    def student(self, submission: str) -> Row:
        """The one student whose submission it is; `ExportError` if there is none, or several."""
        for column, pattern in self._matched_by.items():
            found = pattern and re.fullmatch(pattern, submission, re.IGNORECASE)
            places = self._index[column].get(_folded(found[1] if found else submission), [])
            if len(places) > 1:
                raise ExportError(
                    f"{submission} is {len(places)} students of {self.path}, by the column "
                    f"{column!r}: name the submission by something that only one of them has"
                )
            if places:
                return self._take(places[0], submission)
        raise ExportError(
            f"{submission} is nobody in {self.path}: a submission is named by one of "
            f"{', '.join(self._matched_by)}; rename it and grade it again, or leave it out"
        )

    def _take(self, place: int, submission: str) -> Row:
        other = self._of.setdefault(place, submission)
        if other != submission:
            raise ExportError(
                f"{other} and {submission} are the same student of {self.path}: "
                "export one of the two"
            )
        return self.rows[place]

    def _rows_by(self, column: str) -> Mapping[str, list[int]]:
        index = defaultdict(list)
        for place, row in enumerate(self.rows):
            for key in {_folded(name) for name in _both_ways(row[column])} - {""}:
                index[key].append(place)
        return index


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV; no cell is a formula for the program that opens it."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([list(map(_inert, row)) for row in rows])
    return file.getvalue()


def _inert(cell: str) -> str:
    return FORMULA.sub(r"\g<0>'", cell)


def _both_ways(name: str) -> list[str]:
    """`Doe, Jane` is `Jane Doe` too."""
    last, comma, first = name.partition(",")
    return [name, f"{first.strip()} {last.strip()}"] if comma else [name]


def _folded(key: str) -> str:
    return key.strip().casefold()


def _read(path: Path) -> tuple[list[str], list[Row]]:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise ExportError(f"{path} can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ExportError(
            f"{path} is not UTF-8 text: export it as CSV, not as a workbook"
        ) from None
    header, *rows = [*csv.reader(io.StringIO(text, newline=""))] or [[]]
    padding = [""] * len(header)
    return header, [dict(zip(header, [*row, *padding], strict=False)) for row in rows]
