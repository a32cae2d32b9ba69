"""Grade submissions one after the other, each in a session of its own, results in their places."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

import msgspec

from . import files, launch
from .grade import Grade
from .submission import name_of

RESULT = "grade.json"
REPORT = "report.html"


class GraderFault(Exception):
    """A session ended without a result: the grader's doing, never a student's zero."""


def grade_one(
    assignment: Path,
    submission: Path,
    result: Path,
    report: Path,
    options: Sequence[str],
    *,
    quiet: bool,
) -> Grade:
    """Grade one submission; both files are written only once there is a whole result.

    A result that is not complete, as after Ctrl-C, never replaces an earlier one. Raises
    `GraderFault`, and leaves what was there, where the session ended without any.
    """
    with tempfile.TemporaryDirectory(prefix="claimgrade-") as scratch:
        new_result, new_report = Path(scratch, RESULT), Path(scratch, REPORT)
        outputs = (f"--score-json={new_result}", f"--score-html={new_report}")
        code = launch.run(assignment, submission, [*options, *outputs], quiet=quiet)
        if not new_report.is_file():
            raise GraderFault(
                f"{submission}: the session ended (exit code {code}) without a result; "
                "an earlier result, if there is one, was left as it is"
            )
        content = new_result.read_bytes()
        grade = msgspec.json.decode(content, type=Grade)
        if grade.complete or not result.exists():
            files.write(report, new_report.read_bytes())
            files.write(result, content)
    return grade


def unique_names(submissions: Sequence[Path]) -> list[str]:
    """A directory name for each: its own, with the first free number where that is taken."""
    names: list[str] = []
    for own in map(name_of, submissions):
        numbered = (f"{own}-{number}" for number in count(2))
        names.append(next(name for name in chain([own], numbered) if name not in names))
    return names
