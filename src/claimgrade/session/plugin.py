"""The pytest plugin: names a student's work, runs the properties on it, and reports points."""

from __future__ import annotations

import gc
import os
from argparse import Namespace
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .. import defaults
from ..assignment.messages import Sentences, Texts, default_language
from ..assignment.root import Assignment, default_root
from ..assignment.spec import LANGUAGES, SpecError
from ..storage.tree import SubmissionError
from ..submission.submission import Submission
from . import interrupts, launch

if TYPE_CHECKING:
    from ..calls.student import Student
    from .hooks import Grading

GRADING = pytest.StashKey["Grading"]()
NO_STUDENT = (
    "no work to grade was named: pytest --student=DIR (a directory, one .py or .ipynb, or a .zip); "
    "pytest --student=student_template shows what an untouched template gets"
)

OTHER_TESTS = (
    "{path}: a work that is graded meets the assignment's own tests and no others; "
    "leave the path out, and choose among the claims with -k"
)
SET_ANEW = ("--student", "--assignment", "--rootdir")  # where the grading is handed over


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    if launch.LAUNCHED in os.environ:
        for name, module in launch.PLUGINS.items():
            if not pluginmanager.has_plugin(name):  # by -p
                pluginmanager.register(import_module(module), name)
    group = parser.getgroup("claimgrade", "grading a student's work")
    work = "the work to grade: a directory, .py, .ipynb or .zip"
    group.addoption("--student", metavar="PATH", help=work)
    group.addoption("--assignment", metavar="DIR", help="the assignment, if not the built-in one")
    group.addoption("--lang", choices=LANGUAGES, help="language of the report (default: locale)")
    group.addoption("--hints", type=int, default=1, metavar="N", help="hints shown a claim")
    group.addoption("--in-process", action="store_true", help="run the work here, to debug it")
    group.addoption(
        "--require-isolation", choices=("A", "B", "C"), help="refuse to grade below this level"
    )
    group.addoption(
        "--deadlines",
        default=defaults.DEADLINES,
        metavar="CALL,PROPERTY,ALL",
        help="seconds for a call, and, per 100 examples, for a property, a submission "
        "(default: %(default)s)",
    )
    group.addoption(
        "--hide-seed", action="store_true", help="leave the seed out of what students read"
    )
    group.addoption("--submission-name", metavar="NAME", help="what the result calls the work")
    group.addoption("--score-json", metavar="FILE", help="write the result, grade.json")
    group.addoption("--score-html", metavar="FILE", help="write the result as a page")
    parser.addini("student", "the work to grade, relative to this file")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """No conftest where the grading is handed over: the student may have written it.

    Where it is not, the assignment's may say more of the profiles that are there by then.
    """
    options = early_config.known_args_namespace
    if _is_handed_over(early_config, options):
        options.noconftest = True
    elif _named_work(early_config, options):
        from ..properties import profiles

        profiles.set_profiles()
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Grade from the assignment's own directory, wherever pytest was started."""
    work = _named_work(config, config.option)
    if work is None or not _is_handed_over(config, config.option):
        return None
    home = _home(config, config.option)
    if config.option.file_or_dir:
        raise pytest.UsageError(OTHER_TESTS.format(path=config.option.file_or_dir[0]))
    try:
        Assignment(home)
    except SpecError as error:
        raise pytest.UsageError(str(error)) from None
    return launch.run(launch.Job(home, work, _forwarded(config)))


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "claim(id): a property of the claim with this id")
    work = _named_work(config, config.option)
    if work is None or not _is_at_home(config, config.option):
        return
    try:
        grading = _begin(config, work)
    except SpecError as error:
        raise pytest.UsageError(str(error)) from None
    except SubmissionError as error:
        say = Sentences(_language(config))
        raise pytest.UsageError(say(error.key, **error.details)) from None
    config.stash[GRADING] = grading
    config.pluginmanager.register(grading, "claimgrade-grading")


def pytest_sessionstart(session: pytest.Session) -> None:
    if GRADING in session.config.stash:
        session.config.add_cleanup(interrupts.keep())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if GRADING not in config.stash and any(item.get_closest_marker("claim") for item in items):
        raise pytest.UsageError(NO_STUDENT)


@pytest.fixture(scope="session")
def student(request: pytest.FixtureRequest) -> Generator[Student]:
    """A proxy of the student's work."""
    yield request.config.stash[GRADING].access.student


def _is_handed_over(config: pytest.Config, options: Namespace) -> bool:
    """Whether there is work to grade, and this is not the session that grades it.

    Here and below, `options` are those known so far; an early configuration has no others.
    """
    return _named_work(config, options) is not None and not _is_at_home(config, options)


def _named_work(config: pytest.Config, options: Namespace) -> Path | None:
    """What --student names, or the ini key where no test paths were given by hand."""
    if options.help or options.version:
        return None
    if options.student:
        return Path(options.student).absolute()
    ini = config.getini("student")
    return config.rootpath / ini if ini and not options.file_or_dir else None


def _home(config: pytest.Config, options: Namespace) -> Path:
    """The assignment: `--assignment` counts only on the command line."""
    typed = [str(argument) for argument in config.invocation_params.args]
    named = options.assignment
    by_hand = named in typed or f"--assignment={named}" in typed
    return Path(named).resolve() if by_hand else default_root()


def _is_at_home(config: pytest.Config, options: Namespace) -> bool:
    """Whether this session reads the assignment's configuration and tests, and nobody else's."""
    if launch.LAUNCHED in os.environ:
        return True
    home = _home(config, options)
    paths = options.file_or_dir or config.getini("testpaths") or [""]
    tests = [config.invocation_params.dir / str(path).partition("::")[0] for path in paths]
    inside = all(path.resolve().is_relative_to(home / "tests") for path in tests)
    return config.rootpath == home and inside


def _forwarded(config: pytest.Config) -> list[str]:
    """The options as typed, and those that a student's ini file may give."""
    given = []
    typed = iter(str(argument) for argument in config.invocation_params.args)
    for argument in typed:
        if argument in SET_ANEW:
            next(typed)  # its value, which alone would be a path to tests
        elif argument.partition("=")[0] not in SET_ANEW:
            given.append(argument)
    for option in ("score_json", "score_html"):
        value = getattr(config.option, option)
        flag = "--" + option.replace("_", "-")
        if value and not any(a.startswith(flag) for a in given):
            given.append(f"{flag}={value}")
    if any(getattr(config.option, name, None) for name in ("numprocesses", "tx")):
        given += ["-p", "xdist"]  # which is to try several properties at a time
    return given


def _language(config: pytest.Config) -> str:
    return config.option.lang or default_language()


def _begin(config: pytest.Config, work: Path) -> Grading:
    from ..calls.backends import open_access
    from . import (
        hypothesis_tuning,  # this and what follows with Hypothesis: only where there is work
    )
    from .hooks import Grading

    gc.freeze()  # or Hypothesis looks through all that was imported for garbage, deaf to Ctrl-C
    hypothesis_tuning.look_for_none()
    assignment = Assignment(_home(config, config.option))
    texts = Texts(assignment.spec, _language(config))
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(defaults.SEED)
    submission = Submission(work, assignment.spec.modules, assignment.spec.functions)
    access = open_access(config, assignment, submission)
    if config.option.tbstyle == "auto":
        config.option.tbstyle = "no"  # our summary says it, without our frames
    if config.option.reportchars == "fE":
        config.option.reportchars = ""
    return Grading(config, assignment, submission, access, texts)
