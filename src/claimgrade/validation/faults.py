"""What a property must not end with: whatever it raises but a verdict is the grader's own fault."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from ..assignment.messages import Texts
from ..assignment.root import Assignment
from ..assignment.spec import LANGUAGES
from ..calls.failures import Fails, Missing, Shortfall, Stopped
from ..calls.student import Student, channel_of
from ..result.outcome import as_json, judge

MAX_TEXT = 400  # characters of an input, or of a message, that are shown


class Fault(NamedTuple):
    """An exception of a property's own, or a failure that no sentence can be made of.

    `place` is the line of the assignment, `given` the input that made it.
    """

    place: str
    error: str
    given: str


class Bench:
    """Where a property is tried on a case, and told apart from its verdicts."""

    def __init__(self, assignment: Assignment) -> None:
        self._root = assignment.root
        self._texts = [Texts(assignment.spec, language) for language in LANGUAGES]

    def holds(self, attempt: Callable[[Any], None], case: Any, student: Student) -> bool | Fault:
        """Whether an attempt (`drawing.trying`) succeeds, or how it can't be judged."""
        try:
            attempt(case)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            if self._is_verdict(error, student):
                return False
            fields = [] if case is None else getattr(attempt, "fields", [])
            return Fault(self._place(error), _said(error), _given(case, fields))
        return True

    def _is_verdict(self, error: BaseException, student: Student) -> bool:
        if not isinstance(error, Fails):
            return isinstance(error, Shortfall | Missing | Stopped)
        verdicts = (judge(error, channel_of(student).last_call, texts)[0] for texts in self._texts)
        return all(verdict == "fails" for verdict in verdicts)

    def _place(self, error: BaseException) -> str:
        """The innermost line of the assignment, else of whatever raised it."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [
            frame for frame in frames if Path(frame.filename).is_relative_to(self._root / "tests")
        ]
        frame = (own or frames)[-1]
        file = Path(frame.filename)
        shown = file.relative_to(self._root) if own else Path(file.name)
        return f"{shown.as_posix()}:{frame.lineno}"


def _said(error: BaseException) -> str:
    if isinstance(error, Fails):
        details = ", ".join(sorted(error.details)) or "no details"
        return f"fails with {error.key!r} ({details}), of which no sentence can be made"
    return f"raises {type(error).__name__}: {' '.join(str(error).split())[:MAX_TEXT]}".rstrip(": ")


def _given(case: Any, fields: list[str]) -> str:
    given = ", ".join(f"{name} = {as_json(getattr(case, name))}" for name in fields)
    return given if len(given) <= MAX_TEXT else f"{given[:MAX_TEXT]}..."
