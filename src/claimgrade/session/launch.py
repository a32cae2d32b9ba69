"""A grading is a pytest session in a clean interpreter, at home in the assignment's directory.

Nothing in or beside a student's directory is read by it: no configuration, no conftest, no module;
nor is a conftest above the assignment. Of pytest's plugins it loads ours, PLUGINS and what -p
names; whatever else is installed, such as one that shuffles tests, has no part in a grade.
The interpreter is isolated (-I): neither the current directory, nor PYTHON* variables, nor a user's
own packages can add to what it imports.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from . import console

LAUNCHED = "CLAIMGRADE_LAUNCHED"  # set in a session that we have started: it starts no other
PLUGINS = {  # what ours stands on, by the names that pytest knows them by
    "hypothesispytest": "_hypothesis_pytestplugin",
    "html": "pytest_html.plugin",
    "metadata": "pytest_metadata.plugin",
}
MARKS = {  # of a session that we have started, in its environment
    LAUNCHED: "1",
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    "PYTEST_PLUGINS": "claimgrade.session.plugin",
}
HOME = "HYPOTHESIS_STORAGE_DIRECTORY"  # a session's own


def environment() -> dict[str, str]:
    """What every session is to find in its environment, besides its home."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    return inherited | MARKS | {console.CONSOLE: sys.stdout.encoding or "utf-8"}


class Job(NamedTuple):
    """One grading: what is graded, against what, with which options of pytest, and what it leaves.

    `name` is what the result calls the submission, if not as it is called; `result` and `report`
    are files to be written.
    """

    assignment: Path
    submission: Path
    options: Sequence[str] = ()
    name: str = ""
    result: Path | None = None
    report: Path | None = None

    def arguments(self) -> list[str]:
        """What pytest is given."""
        said = {
            "--assignment": self.assignment,
            "--student": self.submission,
            "--submission-name": self.name,
            "--score-json": self.result,
            "--score-html": self.report,
        }
        return [
            *("-c", os.devnull, "--no-header", *("-p", "no:cacheprovider")),
            *("-p", "no:unraisableexception"),  # which takes the place of `interrupts`
            *(f"--rootdir={self.assignment}", f"--confcutdir={self.assignment}"),
            *(f"{option}={value}" for option, value in said.items() if value),
            *self.options,
            str(self.assignment / "tests"),
        ]


def command(job: Job) -> list[str]:
    """The command that runs a session in an interpreter of its own."""
    return [sys.executable, "-I", "-X", "utf8", "-m", "pytest", *job.arguments()]


def run(job: Job, output: Path | None = None) -> int:
    """Grade in a child process whose output is ours, or goes to a file; its exit code."""
    with contextlib.ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="claimgrade-"))
        file = stack.enter_context(output.open("wb")) if output else None
        session = subprocess.Popen(
            command(job),
            env=environment() | {HOME: home},
            stdout=subprocess.PIPE if file is None and console.is_pipe() else file,
            stderr=file,
        )
        try:
            return _end(session)
        except KeyboardInterrupt:  # the session got it too, and is writing what it has
            return _end(session)


def _end(session: subprocess.Popen[bytes]) -> int:
    """Wait for a session; its exit code."""
    if session.stdout is not None:
        console.pass_on(session.stdout)
    return session.wait()
