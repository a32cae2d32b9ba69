"""What the tests of the tests share: the toy assignment, and sessions in their own process."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from support import package, sessions
from support.small import Small
from support.toy import ROOT, TOY
from support.warm import STUCK, Server

from claimgrade.assignment.root import Assignment
from claimgrade.calls.student import Student
from claimgrade.calls.worker import Worker
from claimgrade.session import hypothesis_tuning
from claimgrade.submission.submission import Submission

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell,
    signal.signal(signal.SIGINT, signal.default_int_handler)  # where Ctrl-C could not be tested

hypothesis_tuning.look_for_none()  # nor do the modules that are loaded decide what is drawn
settings.register_profile(
    "fixed", settings.get_profile("default"), deadline=None, database=None, print_blob=True
)
settings.register_profile("soak", settings.get_profile("fixed"), max_examples=1000)
settings.load_profile("fixed")

LONGEST = "test_generated.py"  # of the files of tests, for it validates the sheet


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """One seed decides every draw, also of the gradings inside; random search names another."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = "1"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config):
    """`-n auto`: one more than there are processors, for now and then a test waits for a clock."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else None


def pytest_collection_modifyitems(config, items):
    """The matrix is run where it is asked for: it takes hours. What takes longest begins first."""
    items.sort(key=lambda item: item.path.name != LONGEST)
    if not config.option.markexpr:
        matrix = [item for item in items if item.get_closest_marker("matrix")]
        config.hook.pytest_deselected(items=matrix)
        items[:] = [item for item in items if not item.get_closest_marker("matrix")]


@pytest.fixture(autouse=True)
def profile(pytestconfig):
    """This session's own: whoever collects an assignment in this process loads that one's."""
    settings.load_profile(pytestconfig.option.hypothesis_profile or "fixed")


@pytest.fixture(scope="session")
def server():
    """Forks gradings, isolated, at less than half the price."""
    with contextlib.closing(Server()) as server:
        yield server


@pytest.fixture(scope="session")
def small():
    """Gradings without pytest, isolated, at a tenth of the price."""
    with contextlib.closing(Small()) as small:
        yield small


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The package as it is handed out."""
    return package.build(tmp_path_factory.mktemp("dist"))


@pytest.fixture
def run(tmp_path, server):
    """Run a command as a person would: in an empty directory, 80 columns, no colour, no locale."""

    def forked(arguments, directory, environment, output):
        return server.run([sys.executable, "-m", *arguments], directory, environment, output)

    return _commands(tmp_path, forked)


@pytest.fixture
def cold(tmp_path):
    """The same, with interpreters that start up: where it matters how they do."""

    def started(arguments, directory, environment, output):
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=directory,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=STUCK,
            check=False,
        )
        return done.returncode

    return _commands(tmp_path, started)


def _commands(home, run):
    def command(*arguments, cwd=home, **environment):
        with tempfile.TemporaryFile() as output:
            code = run([*map(str, arguments)], cwd, sessions.plain() | environment, output)
            output.seek(0)
            return sessions.Session(code, output.read().decode("utf-8"), Path(cwd))

    return command


@pytest.fixture
def hand_in(tmp_path):
    """Write a hand-in of the toy assignment; text is the whole of affine.py."""

    def write(text, name="work"):
        directory = tmp_path / name
        directory.mkdir()
        (directory / "affine.py").write_text(text, "utf-8")
        return directory

    return write


@pytest.fixture
def grade_toy(server, hand_in, tmp_path):
    """A session with the text of an affine.py; the result is in grade.json."""

    def grade(text, *options):
        work = text if isinstance(text, Path) else hand_in(text)
        given = ["--score-json=grade.json", *options]
        (tmp_path / "grade.json").unlink(missing_ok=True)
        code = server.grade(TOY, work, tmp_path, given, sessions.plain())
        return sessions.Session(code, (tmp_path / "output.txt").read_text("utf-8"), tmp_path)

    return grade


@pytest.fixture(scope="session")
def toy():
    return Assignment(TOY)


@pytest.fixture(scope="session")
def sheet():
    return Assignment(ROOT)


@pytest.fixture
def student_of(toy, monkeypatch):
    """A proxy of a hand-in, in this process and without pytest's hooks."""

    def student(path, assignment=toy):
        monkeypatch.setattr(sys, "path", list(sys.path))
        monkeypatch.setattr(sys, "modules", dict(sys.modules))
        submission = Submission(path, assignment.spec.modules, assignment.spec.functions)
        worker = Worker(submission.root, submission.files)
        return Student(lambda _, message: worker.answer(message), assignment.spec.functions)

    return student
