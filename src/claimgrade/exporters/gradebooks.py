"""Gradebooks as CSV: a row a student."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from ..storage.tables import table
from .errors import ExportError
from .result import Result, Tell, number
from .roster import Key, Roster

Student = TypeVar("Student", bound=Hashable)

_EMAIL = "Email address"
# Jane Doe_4711_assignsubmission_file is Participant 4711 of the grading worksheet
KEYS = (
    Key((_EMAIL,)),
    Key(("Username",)),
    Key(("ID number",)),
    Key(("Identifier",), r".+?_(\d+)_assignsubmission_.*", r".*?(\d+)"),
    Key(("Full name",), r"(.+?)_\d+_assignsubmission_.*"),
    Key(("Last name", "First name"), r"(.+?)_\d+_assignsubmission_.*"),
)
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
    ungraded: str


def of_one_assignment(results: Iterator[Result]) -> Iterator[Entry]:
    """An entry a result; `ExportError` for what no gradebook may take.

    That is results of several assignments, and two of a submission.
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
            result.ungraded,
        )
        first = first or entry
        if (entry.assignment, entry.most) != (first.assignment, first.most):
            raise ExportError(
                f"{result.path} is of {entry.assignment} ({number(entry.most)} points), others are "
                f"of {first.assignment} ({number(first.most)} points): export them one by one"
            )
        if entry.submission in seen:
            raise ExportError(f"{result.path} is a second result of {entry.submission}: keep one")
        seen.add(entry.submission)
        yield entry
    if first is None:
        raise ExportError("no result holds a grade, so there is nothing to export: look at them")


def of_students(
    entries: Iterable[Entry], student: Callable[[str], Student], tell: Tell
) -> list[tuple[Entry, Student]]:
    """Each entry and whose it is; the others of a class don't wait for one that is nobody's.

    That one is left out, and `tell` is told why. `ExportError` where nobody is left.
    """
    whose: list[tuple[Entry, Student]] = []
    reasons: list[tuple[str, str]] = []
    for entry in entries:
        try:
            whose.append((entry, student(entry.submission)))
        except ExportError as error:
            reasons.append((entry.submission, str(error)))
    counts = Counter(student for _, student in whose)
    for entry, one in whose:
        if counts[one] > 1:
            names = " and ".join(other.submission for other, same in whose if same == one)
            reasons.append((entry.submission, f"{names} are the same student: export one of them"))
    alone = [(entry, one) for entry, one in whose if counts[one] == 1]
    if not alone:
        raise ExportError(reasons[0][1])
    for name, why in reasons:
        tell(f"{name} is left out. {why}")
    return alone


def moodle(
    results: Iterator[Result], tell: Tell, roster: Path | None = None, column: str | None = None
) -> str:
    """Moodle's import: the address, the grade, and the feedback, never without the grade."""
    students = None
    if roster is not None:
        students = Roster(roster, KEYS)
        students.need(_EMAIL)

    def address(submission: str) -> str:
        found = submission
        if students is not None:
            found = students.rows[students.place(submission)][_EMAIL].strip()
        if "@" not in found:
            raise ExportError(
                f"{found or submission} is not an e-mail address, by which Moodle knows students: "
                "give --roster=FILE, the assignment's grading worksheet or a list of participants"
            )
        return found

    graded = of_students(of_one_assignment(results), address, tell)
    column = column or graded[0][0].assignment
    rows = [
        [whose, number(entry.score), html.escape(entry.feedback, quote=False)]
        for entry, whose in graded
    ]
    return table([[_EMAIL, column, f"{column} feedback"], *rows])


def nbgrader(results: Iterator[Result], tell: Tell) -> str:
    """The table that `nbgrader export` writes, which no command of nbgrader's reads.

    Names and dates are in its own database. Who was not graded has no score.
    """
    rows = [
        {
            "assignment": entry.assignment,
            "student_id": entry.submission,
            "raw_score": "" if entry.ungraded else number(entry.score),
            "late_submission_penalty": "0",
            "score": "" if entry.ungraded else number(entry.score),
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
