"""No hostile submission gets a point, a secret or a hold on the machine, or stops a result."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from canaries import SECRET_VARIABLE, orphans, snapshot
from hostile import HOSTILE, NAMES, assert_it_is_shown_as_text, assert_it_is_whole, laid_out

from claimgrade.assignment import Assignment
from claimgrade.grade import Grade
from conftest import ROOT, TOY

ASSIGNMENTS = {"toy": Assignment(TOY), "sheet": Assignment(ROOT)}
DEADLINES = {  # seconds: a call, a property, the submission
    "toy": ("--deadlines=0.5,2,12",),
    "sheet": ("--deadlines=0.5,1,8",),
}
STUCK = 150  # seconds after which a grading counts as hung
ONLY_AT_A = ("steal_", "files_symlink")  # below level A, files can be read

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


@pytest.mark.parametrize("course", ASSIGNMENTS)
@pytest.mark.parametrize("name", NAMES)
def test_it_earns_nothing_learns_nothing_and_changes_nothing(tmp_path, name, course):
    assignment = ASSIGNMENTS[course]
    with laid_out(name, assignment, tmp_path) as (work, canaries):
        before = snapshot(tmp_path / "work")
        with orphans() as left:
            code, output, directory = _grade(work, course, tmp_path, canaries.secret)
        assert code == 0, output
        result = msgspec.json.decode((directory / "grade.json").read_bytes(), type=Grade)
        assert_it_is_whole(result, assignment)
        assert not left, f"processes are left: {left}"
        assert_it_is_shown_as_text(output, next(directory.glob("*.html")).read_text("utf-8"))
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
def test_without_isolation_it_gets_through(tmp_path, name):
    with laid_out(name, ASSIGNMENTS["toy"], tmp_path) as (work, canaries):
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
