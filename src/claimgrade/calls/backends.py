"""How a session reaches a student's code: in a confined process, or, to debug it, right here."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from ..assignment.root import Assignment
from ..assignment.spec import Function
from ..storage import sources
from ..storage.tree import SubmissionError
from ..submission.submission import Submission
from .budget import Deadlines
from .isolated import Isolation
from .levels import measure
from .processes import Zygote
from .protocol import Closed, Late, Violation
from .stops import Stop
from .student import Send, SendAll, Student, channel_of
from .worker import Worker

GRADER_FAULT = 3


class Access:
    """The way to one submission, until it is closed; `level` says how well it is isolated."""

    level = "none"
    explanation = "it runs in the grader's own process"

    def __init__(
        self, send: Send, functions: Mapping[str, Function], send_all: SendAll | None = None
    ) -> None:
        self.student = Student(send, functions, send_all)
        self.channel = channel_of(self.student)

    def stops(self) -> list[Stop]:
        """Where the student's files stopped, as far as they have been loaded."""
        return []

    def allow_for(self, examples: int) -> None:
        """Before the first property: how many examples each is tried on."""

    def begin_property(self) -> None:
        """Forget the property before."""
        self.channel.begin_property()

    def printed(self) -> str:
        """What the student's code printed during this property, where we have caught it."""
        return ""

    def close(self) -> None:
        """End whatever runs."""


class InProcess(Access):
    """The student's code in this process, to debug it."""

    def __init__(self, assignment: Assignment, submission: Submission) -> None:
        worker = Worker(submission.root, submission.files)
        super().__init__(lambda _, message: worker.answer(message), assignment.spec.functions)
        self._worker = worker

    def stops(self) -> list[Stop]:
        return self._worker.stops


class IsolatedAccess(Access):
    """The student's code, a copy of it, in a confined process of its own."""

    def __init__(
        self,
        assignment: Assignment,
        submission: Submission,
        deadlines: Deadlines,
        zygote: Zygote | None = None,
    ) -> None:
        spec = assignment.spec
        with contextlib.ExitStack() as opening:
            stage = opening.enter_context(
                tempfile.TemporaryDirectory(prefix="claimgrade-", ignore_cleanup_errors=True)
            )
            self._home = home = _hidden(Path(stage).resolve())
            refused, files = "", {}
            try:
                files = sources.copy(
                    submission.root, submission.files, home, single=submission.single
                )
            except SubmissionError as error:
                refused = error.key
            root = assignment.root
            self._isolation = Isolation(
                home,
                files,
                deadlines,
                without=_switched_off(),
                refused=refused,
                home=zygote,
                packages=spec.packages,
                assignment=root,
            )
            opening.callback(self._isolation.close)
            super().__init__(self._isolation, spec.functions, self._isolation.ask_all)
            self.level, self.explanation = measure(self._isolation, root / "spec")
            self._opened = opening.pop_all()

    def stops(self) -> list[Stop]:
        return self._isolation.stops

    def allow_for(self, examples: int) -> None:
        self._isolation.allow_for(examples)

    def begin_property(self) -> None:
        super().begin_property()
        self._isolation.begin_property()

    def printed(self) -> str:
        """The same; what the student's files are called in it doesn't tell where our copy was."""
        return self._isolation.printed().replace(f"{self._home}{os.sep}", "")

    def close(self) -> None:
        self._opened.close()


def _hidden(directory: Path) -> Path:
    """A directory in this one that its worker, another user, finds by its name, and nobody else.

    So a copy that is left over, where the grader was killed, can be read by nobody either.
    """
    directory.chmod(0o711)
    inner = directory / secrets.token_hex(16)
    inner.mkdir()
    return inner


def open_access(config: pytest.Config, assignment: Assignment, submission: Submission) -> Access:
    """The access that the options ask for; ends the session where it is not isolated enough."""
    option = config.option
    if option.in_process or option.usepdb or not hasattr(os, "fork"):
        access: Access = InProcess(assignment, submission)
    else:
        access = isolated(assignment, submission, _deadlines(option.deadlines))
    required = option.require_isolation
    if required and (access.level == "none" or access.level > required):
        access.close()
        pytest.exit(
            f"--require-isolation={required}, but here it is {access.level}: {access.explanation}",
            returncode=GRADER_FAULT,
        )
    return access


def isolated(
    assignment: Assignment, submission: Submission, deadlines: Deadlines
) -> IsolatedAccess:
    """The access in a confined process; ends the session where none can be had."""
    try:
        return IsolatedAccess(assignment, submission, deadlines)
    except (Closed, Late, Violation):
        pytest.exit(
            "the confined process for a student's code could not be started on this machine; "
            "--in-process grades without it, for practice",
            returncode=GRADER_FAULT,
        )


def _deadlines(text: str) -> Deadlines:
    try:
        call, property_, submission = (float(part) for part in text.split(","))
    except ValueError:
        call = property_ = submission = 0.0
    if min(call, property_, submission) <= 0:
        raise pytest.UsageError(
            f"--deadlines={text}: expected three numbers of seconds, as in 2,20,300"
        )
    return Deadlines(call, property_, submission)


def _switched_off() -> frozenset[str]:
    """Layers left out, to test that a result says so: only ever lowers the level."""
    return frozenset(filter(None, os.environ.get("CLAIMGRADE_WITHOUT", "").split(",")))
