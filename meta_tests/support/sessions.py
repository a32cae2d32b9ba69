"""How a session, or another command, is started, and what it leaves."""

import os
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

import msgspec

from claimgrade.result.grade import Grade

XDIST = ["-p", "xdist", "-n2"]  # for a session that shares its properties between two workers


class Session(NamedTuple):
    """How a command ended, what it printed, and the directory it ran in."""

    code: int
    output: str
    directory: Path

    def grade(self, name="grade.json") -> Grade:
        return msgspec.json.decode((self.directory / name).read_bytes(), type=Grade)


def plain():
    """An environment without colour or locale, and as wide as a terminal often is."""
    ours = ("PYTEST_", "LC_", "CLAIMGRADE_")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return inherited | {"COLUMNS": "80", "LANG": "C.UTF-8", "NO_COLOR": "1"}


def interrupted(command, cwd):
    """Run a command, press Ctrl-C as soon as it has started to grade; its output and exit code."""
    environment = {**os.environ, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env={k: v for k, v in environment.items() if not k.startswith("PYTEST_")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        encoding="utf-8",
    )
    seen = ""
    while "test_affine.py" not in seen:
        more = process.stdout.read(1)
        assert more, seen  # it has ended
        seen += more
    os.killpg(process.pid, signal.SIGINT)
    rest, _ = process.communicate()
    return process.returncode, seen + rest
