"""Gradebooks as CSV: a row a student."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

from .errors import ExportError
from .result import Options, Result, number
from .roster import Roster, table

_EMAIL = "Email address"
_DOWNLOADED = r"(.+?)_\d+_assignsubmission_.*"  # Jane Doe_4711_assignsubmission_file
_MATCHED_BY = {_EMAIL: "", "Username": "", "ID number": "", "Full name": _DOWNLOADED}
_NBGRADER = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score",
)  # fmt: skip


class Entry(NamedTuple):
    """What a gradebook keeps of a result: a class of results would not fit in memory."""

    assignment: str
    submission: str
    score: float
    most: float
    feedback: str
    unreadable: str


def of_one_assignment(results: Iterator[Result]) -> Iterator[Entry]:
    """An entry a result; `ExportError` for what no gradebook may take.

    That is results of several assignments, two of a submission, and the grader's own faults.
    """
    first: Entry | None = None
    seen: set[str] = set()
    for result in results:
        grade = result.grade
        entry = Entry(
            grade.assignment,
            grade.submission,
            grade.score,
            grade.max_score,
            _feedback(result),
            grade.unreadable,
        )
        first = first or entry
        if (entry.assignment, entry.most) != (first.assignment, first.most):
            raise ExportError(
                f"{result.path} is of {entry.assignment} ({number(entry.most)} points), others are "
                f"of {first.assignment} ({number(first.most)} points): export them one by one"
            )
        if entry.submission in seen:
            raise ExportError(f"{result.path} is a second result of {entry.submission}: keep one")
        if result.is_faulty:
            raise ExportError(
                f"{result.path}: the grader itself failed there, and that costs no student points: "
                "grade it again, or leave it out"
            )
        seen.add(entry.submission)
        yield entry
    if first is None:
        raise ExportError("no result could be read, so there is nothing to export: look at them")


def moodle(results: Iterator[Result], options: Options) -> str:
    """Moodle's import: the address, the grade, and the feedback, never without the grade."""
    roster = None
    if options.roster is not None:
        roster = Roster(options.roster, [_EMAIL], _MATCHED_BY)
    rows: list[list[str]] = []
    for entry in of_one_assignment(results):
        if not rows:
            column = options.column or entry.assignment
            rows.append([_EMAIL, column, f"{column} feedback"])
        address = roster.student(entry.submission)[_EMAIL] if roster else entry.submission
        if "@" not in address:
            raise ExportError(
                f"{address or entry.submission} is not an e-mail address, by which Moodle knows "
                "students: give --roster=FILE, "
                "the assignment's grading worksheet or a list of participants"
            )
        rows.append([address, number(entry.score), html.escape(entry.feedback, quote=False)])
    return table(rows)


def nbgrader(results: Iterator[Result], options: Options) -> str:
    """What `nbgrader export` writes; names and dates are in nbgrader's own database.

    Who could not be read has no score, as nobody has graded it.
    """
    rows = [
        {
            "assignment": entry.assignment,
            "student_id": entry.submission,
            "raw_score": "" if entry.unreadable else number(entry.score),
            "late_submission_penalty": "0",
            "score": "" if entry.unreadable else number(entry.score),
            "max_score": number(entry.most),
        }
        for entry in of_one_assignment(results)
    ]
    return table([_NBGRADER, *([row.get(name, "") for name in _NBGRADER] for row in rows)])


def _feedback(result: Result) -> str:
    """The score, then a claim a line; what is wrong with it below, where it falls short."""
    tests = [
        f"{test.name}: {test.output if test.claim.falls_short else test.headline}"
        for test in result.tests
    ]
    return "\n".join([result.headline, *tests])
