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


def command(assignment: Path, submission: Path, options: Sequence[str]) -> list[str]:
    """The pytest command that grades one submission against an assignment."""
    return [
        *(sys.executable, "-I", "-X", "utf8", "-m", "pytest"),
        *("-c", os.devnull, "-p", "no:cacheprovider", "--no-header"),
        *(f"--rootdir={assignment}", f"--confcutdir={assignment}"),
        f"--assignment={assignment}",
        f"--student={submission}",
        *options,
        str(assignment / "tests"),
    ]


def run(
    assignment: Path, submission: Path, options: Sequence[str], output: Path | None = None
) -> int:
    """Grade in a child process whose output is ours, or goes to a file; its exit code."""
    with contextlib.ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="claimgrade-"))
        file = stack.enter_context(output.open("wb")) if output else None
        session = subprocess.Popen(
            command(assignment, submission, options),
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
