"""What the tests of the tests share: the toy assignment, and sessions in their own process."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import msgspec
import package
import pytest
from hypothesis import settings
from small import Small
from warm import STUCK, Server

from claimgrade.assignment.messages import Sentences
from claimgrade.assignment.root import Assignment
from claimgrade.calls.student import Student
from claimgrade.calls.worker import Worker
from claimgrade.result.grade import Grade
from claimgrade.session import hypothesis_tuning
from claimgrade.storage.tree import SubmissionError
from claimgrade.submission.submission import Submission

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell,
    signal.signal(signal.SIGINT, signal.default_int_handler)  # where Ctrl-C could not be tested

hypothesis_tuning.look_for_none()  # nor do the modules that are loaded decide what is drawn
settings.register_profile(
    "fixed", settings.get_profile("default"), deadline=None, database=None, print_blob=True
)
settings.register_profile("soak", settings.get_profile("fixed"), max_examples=1000)
settings.load_profile("fixed")

LONGEST = "test_readme.py"  # of the files of tests, for it validates the sheet
ROOT = Path(__file__).parents[1]
TOY = ROOT / "meta_tests" / "toy"

XDIST = ["-p", "xdist", "-n2"]  # for a session that shares its properties between two workers

RIGHT = """
def affine(A, b, x):
    return A @ x + b

def slope(A):
    return A.copy()
"""


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


@contextlib.contextmanager
def refused(**said):
    """What is inside refuses a submission, and says that in each of the languages."""
    with pytest.raises(SubmissionError) as caught:
        yield
    for language, expected in said.items():
        assert expected in Sentences(language)(caught.value.key, **caught.value.details)


class Session(NamedTuple):
    """How a command ended, what it printed, and the directory it ran in."""

    code: int
    output: str
    directory: Path

    def grade(self, name="grade.json") -> Grade:
        return msgspec.json.decode((self.directory / name).read_bytes(), type=Grade)


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
            code = run([*map(str, arguments)], cwd, _plain() | environment, output)
            output.seek(0)
            return Session(code, output.read().decode("utf-8"), Path(cwd))

    return command


def _plain():
    """An environment without colour or locale, and as wide as a terminal often is."""
    ours = ("PYTEST_", "LC_", "CLAIMGRADE_")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return inherited | {"COLUMNS": "80", "LANG": "C.UTF-8", "NO_COLOR": "1"}


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
        code = server.grade(TOY, work, tmp_path, given, _plain())
        return Session(code, (tmp_path / "output.txt").read_text("utf-8"), tmp_path)

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
