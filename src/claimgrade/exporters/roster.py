"""A class list as the platform exported it, and which of its students a submission is of."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .errors import ExportError

Row = dict[str, str]


class Key(NamedTuple):
    """Columns that tell who a student is, in one.

    `downloaded` is what the platform calls a submission that is downloaded: a pattern, whose group
    is what `content` finds in the cell.
    """

    columns: tuple[str, ...]
    downloaded: str = ""
    content: str = "(.*)"


class Roster:
    """The rows of a CSV file, by keys of which the first that fits counts; `ExportError` where it
    can't be read."""

    def __init__(self, path: Path, keys: Sequence[Key]) -> None:
        self.path = path
        self.header, self.rows = _read(path)
        self._keys = [key for key in keys if set(key.columns) <= set(self.header)]
        self._whole = [self._index(key, "(.*)") for key in self._keys]
        self._downloads = [self._index(key, key.content) for key in self._keys]

    def need(self, column: str) -> None:
        """Raise `ExportError` where there is no such column."""
        if column not in self.header:
            raise self.unlike(f"has no column {column!r}")

    def unlike(self, what: str) -> ExportError:
        """The error that the file is not what the platform exports."""
        return ExportError(
            f"{self.path} {what}; its columns are {', '.join(self.header)}: "
            "give the file that the platform exported, unchanged"
        )

    def place(self, submission: str) -> int:
        """The row of the student whose submission it is; `ExportError` if there isn't exactly one.

        A name that a student has chosen takes nobody's grade away: where it looks like the download
        of somebody else, it is neither's.
        """
        named = _first(index.get(_folded(submission)) for index in self._whole)
        downloads = [places for places in self._downloaded(submission) if places]
        places = set.intersection(*downloads, *([named] if named else [])) if downloads else named
        if len(places) == 1:
            return min(places)
        if places:
            raise ExportError(
                f"{submission} is {len(places)} students of {self.path}: name the submission by "
                f"something that only one of them has, of {self._names()}"
            )
        if downloads:
            raise ExportError(
                f"{submission} is one student of {self.path} by a part of its name, and another by "
                "the rest: give the file of this assignment, or rename the submission and grade it "
                "again"
            )
        raise ExportError(
            f"{submission} matches no student in {self.path}: a submission is named by one of "
            f"{self._names()}; rename it and grade it again"
        )

    def _downloaded(self, submission: str) -> Iterator[set[int]]:
        for key, index in zip(self._keys, self._downloads, strict=True):
            found = key.downloaded and re.fullmatch(key.downloaded, submission, re.IGNORECASE)
            if found:
                yield index.get(_folded(found[1]), set())

    def _names(self) -> str:
        return ", ".join(" and ".join(key.columns) for key in self._keys)

    def _index(self, key: Key, content: str) -> defaultdict[str, set[int]]:
        index = defaultdict(set)
        for place, row in enumerate(self.rows):
            cell = ", ".join(row[column] for column in key.columns)
            found = re.fullmatch(content, cell.strip(), re.DOTALL)
            for name in _both_ways(found[1]) if found else []:
                index[_folded(name)].add(place)
        index[""].clear()  # an empty cell is nobody's
        return index


def _both_ways(name: str) -> list[str]:
    """`Doe, Jane` is `Jane Doe` too."""
    last, comma, first = name.partition(",")
    return [name, f"{first.strip()} {last.strip()}"] if comma else [name]


def _first(found: Iterable[set[int] | None]) -> set[int]:
    return next(filter(None, found), set())


def _folded(key: str) -> str:
    """As it is compared: an accent is one however a file system writes it."""
    return unicodedata.normalize("NFC", " ".join(key.split())).casefold()


def _read(path: Path) -> tuple[list[str], list[Row]]:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise ExportError(f"{path} can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ExportError(
            f"{path} is not UTF-8 text: export it as CSV, not as a workbook"
        ) from None
    first = text.partition("\n")[0]
    parted = ";" if first.count(";") > first.count(",") else ","  # Canvas and Moodle write both
    header, *rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=parted)] or [[]]
    padding = [""] * len(header)
    return header, [dict(zip(header, [*row, *padding], strict=False)) for row in rows]
