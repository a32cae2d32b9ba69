"""A Ctrl-C that a finalizer swallows comes once more, to whatever is run then."""

import contextlib
import shutil
import signal
import sys

import pytest
from support.toy import RIGHT, TOY

from claimgrade.session import interrupts

SWALLOWS = """
import signal
import pytest

class Finalized:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

@pytest.fixture(autouse=True)
def swallows():
    Finalized()
"""


class Finalized:
    def __init__(self, ends):
        self.ends = ends

    def __del__(self):
        self.ends()


@contextlib.contextmanager
def kept(monkeypatch):
    """What comes to the hook that was there before."""
    seen = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: seen.append(lost.exc_type))
    before = sys.unraisablehook
    undo = interrupts.keep()
    yield seen
    undo()
    assert sys.unraisablehook is before


def test_one_that_is_swallowed_comes_once_more(monkeypatch):
    with kept(monkeypatch) as seen, pytest.raises(KeyboardInterrupt):
        Finalized(lambda: signal.raise_signal(signal.SIGINT))
        while True:
            pass
    assert seen == []


def test_whatever_else_is_swallowed_is_told_as_before(monkeypatch):
    with kept(monkeypatch) as seen:
        Finalized(lambda: 1 / 0)
    assert seen == [ZeroDivisionError]


def test_a_session_ends_with_it(run, hand_in, tmp_path):
    course = shutil.copytree(TOY, tmp_path / "course")
    with (course / "conftest.py").open("a") as file:
        file.write(SWALLOWS)
    options = ("--hypothesis-profile=instructor", f"--assignment={course}")
    session = run("pytest", f"--student={hand_in(RIGHT)}", *options, "--score-json=grade.json")
    assert session.code == 2, session.output
    assert session.grade().claims[-1].verdict == "not run"
