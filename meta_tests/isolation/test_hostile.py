"""No hostile submission gets a point, a secret or a hold on the machine, or stops a result."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from canaries import SECRET_VARIABLE, Canaries, orphans, snapshot

from claimgrade.assignment import Assignment
from claimgrade.grade import Grade
from conftest import ROOT, TOY

HOSTILE = ROOT / "specimens" / "hostile"
NAMES = sorted(
    path.stem
    for path in HOSTILE.iterdir()
    if path.suffix == ".py" or (path / "specimen.py").exists()
)
ASSIGNMENTS = {"toy": Assignment(TOY), "sheet": Assignment(ROOT)}
DEADLINES = {  # seconds: a call, a property, the submission
    "toy": ("--deadlines=1,3,60",),
    "sheet": ("--deadlines=0.5,1,8",),
}
STUCK = 150  # seconds after which a grading counts as hung
ONLY_AT_A = ("steal_", "files_symlink")  # below level A, files can be read

CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
FORGED = re.compile(
    r"^(=+ 3 passed|hostile: 100|100 of 100|verdict: holds|\{\"schema|Well done)", re.MULTILINE
)
ACTIVE = {"script", "img", "svg", "iframe", "object", "onerror", "onload", "javascript"}

MAKE = {  # what can't be kept in a repository: how each module is made
    "files_symlink": lambda file, canaries: file.symlink_to(canaries.reference / file.name),
    "files_endless_link": lambda file, canaries: file.symlink_to("/dev/zero"),
    "files_pipe": lambda file, canaries: os.mkfifo(file),
    "files_not_utf8": lambda file, canaries: file.write_bytes(b"x = '\xff\xfe'\n"),
    "files_null_byte": lambda file, canaries: file.write_bytes(b"x = 1\0\n"),
    "files_one_gigabyte": lambda file, canaries: _sparse(file, 1 << 30),
    "files_deep_source": lambda file, canaries: file.write_text(f"x = {'-' * 1_000_000}1\n"),
    "files_unreadable": lambda file, canaries: (file.mkdir(), file.chmod(0)),
}

# What an attack does where nothing keeps it from it. It needs no right that an ordinary user lacks,
# and no kernel that is set up in a special way.
GETS_THROUGH = [
    "hang_acts_after_the_answer",
    "reach_becomes_root_again",
    "reach_changes_the_mode_of_a_file",
    "reach_child_writes",
    "reach_climbs_out",
    "reach_installed_package",
    "reach_kills_a_neighbour",
    "reach_listens",
    "reach_lists_directories",
    "reach_local_socket",
    "reach_message_in_shared_memory",
    "reach_message_to_the_next",
    "reach_multiprocessing",
    "reach_overwrites_a_file",
    "reach_overwrites_a_file_at_import",
    "reach_overwrites_through_libc",
    "reach_path_descriptor",
    "reach_removes_a_file",
    "reach_shell",
    "reach_signals_by_descriptor",
    "reach_slows_a_neighbour",
    "reach_spawn",
    "reach_tcp",
    "reach_tcp_at_import",
    "reach_tcp_fast_open",
    "reach_thread_writes",
    "reach_udp",
    "steal_a_file",
    "steal_from_the_environment",
    "steal_from_the_neighbours_environment",
    "steal_left_over_copy",
    "steal_left_over_copy_by_name",
]
CALL = """
import importlib, sys
import numpy as np
print(importlib.import_module(sys.argv[1]).affine(*[np.ones((1, 1))] * 3))
"""


@pytest.fixture
def aimed(tmp_path):
    """Lay a specimen out as a hand-in for an assignment, with canaries as its targets."""
    with contextlib.ExitStack() as stack:

        def lay_out(name, assignment):
            canaries = Canaries(assignment)
            stack.callback(canaries.close)
            work = tmp_path / "work"
            work.mkdir()
            if (HOSTILE / name).is_dir():
                _lay_out_directory(name, assignment.spec.modules, work, canaries)
                return work, canaries
            shutil.copy(HOSTILE / f"{name}.py", work)
            canaries.aim(work)
            return work / f"{name}.py", canaries

        yield lay_out


@pytest.mark.parametrize("course", ASSIGNMENTS)
@pytest.mark.parametrize("name", NAMES)
def test_it_earns_nothing_learns_nothing_and_changes_nothing(aimed, tmp_path, name, course):
    assignment = ASSIGNMENTS[course]
    work, canaries = aimed(name, assignment)
    before = snapshot(tmp_path / "work")
    with orphans() as left:
        code, output, directory = _grade(work, course, tmp_path, canaries.secret)
    assert code == 0, output
    result = msgspec.json.decode((directory / "grade.json").read_bytes(), type=Grade)
    graded = [part.id for claim in result.claims for part in claim.properties]
    assert graded == [f"{claim.id}/{name}" for claim, name in assignment.spec.properties()]
    assert "grader fault" not in result.verdicts
    assert not left, f"processes are left: {left}"
    _assert_it_is_shown_as_text(output, next(directory.glob("*.html")).read_text("utf-8"))
    if result.isolation != "A" and name.startswith(ONLY_AT_A):
        pytest.skip(f"level {result.isolation} doesn't promise it")
    assert result.score == 0
    if result.isolation != "A":
        pytest.skip(f"level {result.isolation}: side effects are not ruled out")
    shown = output + "".join(file.read_text("utf-8") for file in directory.glob("*.*"))
    assert canaries.secret not in shown
    assert "GOT THROUGH" not in shown
    assert canaries.harm() == []
    assert snapshot(tmp_path / "work") == before


@pytest.mark.parametrize("name", GETS_THROUGH)
def test_without_isolation_it_gets_through(aimed, name):
    work, canaries = aimed(name, ASSIGNMENTS["toy"])
    done = subprocess.run(
        [sys.executable, "-B", "-c", CALL, work.stem],
        cwd=work.parent,
        env=os.environ | {SECRET_VARIABLE: canaries.secret},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=STUCK,
        check=False,
    )
    told = [told for told in (canaries.secret, "GOT THROUGH", "[[2.]]") if told in done.stdout]
    assert canaries.harm() or told, done.stdout


def test_there_are_enough_of_them():
    assert len(NAMES) >= 85


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_must_happen(name):
    file = HOSTILE / name / "specimen.py" if (HOSTILE / name).is_dir() else HOSTILE / f"{name}.py"
    first = file.read_text("utf-8").split('"""')[1]
    assert " ".join(first.split()).count("Must happen:") == 1


def _lay_out_directory(name, modules, work, canaries):
    shutil.copytree(HOSTILE / name, work, dirs_exist_ok=True)
    (work / "specimen.py").unlink()
    canaries.aim(work)
    any_module = work / "any_module.py"
    for module in modules:
        if name in MAKE:
            MAKE[name](work / f"{module}.py", canaries)
        else:
            shutil.copy(any_module, work / f"{module}.py")
    any_module.unlink(missing_ok=True)


def _sparse(file, size):
    file.touch()
    os.truncate(file, size)


def _grade(work, course, tmp_path, secret):
    """Grade the toy with its summary shown, the sheet into a directory: both ways are tried."""
    directory = tmp_path / "out"
    directory.mkdir()
    command = [sys.executable, "-m", "claimgrade", "grade", str(work), *DEADLINES[course]]
    command += [f"--assignment={ASSIGNMENTS[course].root}"]
    command += ["-o", "."] if course == "sheet" else []
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    plain = {"COLUMNS": "80", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", SECRET_VARIABLE: secret}
    log = Path(tmp_path, "output.txt")
    with log.open("wb") as output:
        done = subprocess.run(
            command,
            cwd=directory,
            env=inherited | plain,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=STUCK,
            check=False,
        )
    written = directory / work.stem if course == "sheet" else directory
    return done.returncode, log.read_text("utf-8"), written


class _Tags(HTMLParser):
    """Everything that could act in a page: its tags, attributes, and the schemes of its links."""

    def __init__(self, page):
        super().__init__()
        self.seen = set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.seen |= {tag, *(name for name, _ in attributes)}
        self.seen |= {str(value).partition(":")[0] for _, value in attributes}


def _assert_it_is_shown_as_text(output, page):
    assert not CONTROL.findall(output)
    assert not CONTROL.findall(page)
    assert not FORGED.findall(output)
    assert not _Tags(page).seen & ACTIVE
