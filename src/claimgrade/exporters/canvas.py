"""Canvas's gradebook: its own export, with a column of points put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..storage.tables import table
from .errors import ExportError
from .gradebooks import of_one_assignment, of_students
from .result import Result, Tell, number
from .roster import Key, Roster

_SPLIT = ("LastName", "FirstName")  # what Canvas writes instead, where a course says so
KEYS = (
    # doejane_4711_90210_homework, and doejane_4711 of several files
    Key(("ID",), r"[^_]+_(?:late_)?(\d+)(?:_.*)?"),
    Key(("SIS User ID",)),
    Key(("SIS Login ID",)),
    Key(("Student",)),
    Key(_SPLIT),
)
_POSSIBLE = "Points Possible"


def canvas(
    results: Iterator[Result], tell: Tell, roster: Path | None = None, column: str | None = None
) -> str:
    """The students' columns as Canvas wrote them, and the assignment's; who has no result is left
    out, for an empty cell could erase a grade."""
    if roster is None:
        raise ExportError(
            "canvas needs --roster=FILE, the gradebook that Canvas exports "
            "(Grades, Export, Export Entire Gradebook): its students are matched by Canvas's IDs"
        )
    students = Roster(roster, KEYS)
    columns = _student_columns(students)
    graded = list(of_one_assignment(results))
    title = _column(students, column or graded[0].assignment, len(columns))
    most = number(graded[0].most)
    _check_possible(students, title, most)
    head = [[*columns, title], [f"    {_POSSIBLE}", *[""] * (len(columns) - 1), most]]
    rows = [
        [*(students.rows[place][name] for name in columns), number(entry.score)]
        for entry, place in of_students(graded, students.place, tell)
    ]
    return table([*head, *rows])


def _student_columns(roster: Roster) -> list[str]:
    """Up to the one called Section, which Canvas takes to be the last."""
    if not set(_SPLIT) <= set(roster.header):
        roster.need("Student")
    roster.need("ID")
    section = next((i for i, name in enumerate(roster.header) if "Section" in name), None)
    if section is None:
        raise roster.unlike("has no column 'Section'")
    columns = roster.header[: section + 1]
    if "SIS User ID" in columns:
        after = columns[columns.index("SIS User ID") + 1 :][:1]
        if after != ["SIS Login ID"]:
            raise roster.unlike("has no column 'SIS Login ID' right after 'SIS User ID'")
    return columns


def _column(roster: Roster, name: str, start: int) -> str:
    """The assignment's column, with the number in brackets by which Canvas knows it."""
    known = re.compile(re.escape(name) + r"( \(\d+\))?")
    found = [column for column in roster.header[start:] if known.fullmatch(column)]
    if len(found) > 1:
        raise ExportError(
            f"{roster.path} has several columns {name!r}: say --column with one of "
            f"{', '.join(found)}"
        )
    return found[0] if found else name


def _check_possible(roster: Roster, column: str, most: str) -> None:
    """Canvas keeps its own maximum, whatever a file says: points out of another one mislead."""
    heads = (row for row in roster.rows if row[roster.header[0]].strip() == _POSSIBLE)
    possible = next(heads, {}).get(column, "").strip()
    if possible and not _same(possible, most):
        raise ExportError(
            f"{column} is worth {possible} points in Canvas, and {most} here: "
            f"set it to {most} in Canvas, export the gradebook again, and then this"
        )


def _same(possible: str, most: str) -> bool:
    try:
        return float(possible) == float(most)
    except ValueError:
        return False  # "(read only)": nothing can be imported there
