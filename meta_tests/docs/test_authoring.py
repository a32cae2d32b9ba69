"""The guide for authors is right: the assignment that it builds does what it says there."""

import re
import shlex
import shutil
import subprocess

import pytest
from support.toy import ROOT

from claimgrade.assignment import specimens
from claimgrade.assignment.root import Assignment

PAGES = "authoring.md", "authoring-example.md"
GUIDE = "".join((ROOT / "docs" / page).read_text("utf-8") for page in PAGES)
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
COMMANDS = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]
RUNS = [command for command in COMMANDS if command.startswith("pytest ")]
CHAFFS = re.findall(r"^# softmax/specimens/chaffs/(softmax/\w+)\.py$", GUIDE, re.MULTILINE)
WHEATS = re.findall(r"^# softmax/specimens/wheats/(softmax/\w+)\.py$", GUIDE, re.MULTILINE)


def files():
    """What stands below each line `# softmax/PATH` in a block, by path."""
    for _, block in BLOCKS:
        _, *parts = re.split(r"^# (softmax/\S+)\n", block, flags=re.MULTILINE)
        yield from zip(parts[::2], parts[1::2], strict=True)


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A directory with what the guide copies out of a clone, and its assignment, built there."""
    here = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "student_template", here / "student_template")
    for command in COMMANDS:
        if command.startswith(("mkdir ", "cp ")):
            subprocess.run(shlex.split(command), cwd=here, check=True)
    for path, text in files():
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_text(text.strip() + "\n", "utf-8")
    return here


def test_the_guide_keeps_what_it_announces():
    assert len(RUNS) == 4
    assert len(CHAFFS) == 9 and "Nine chaffs." in GUIDE
    assert len(WHEATS) == 2 and "Two wheats:" in GUIDE


@pytest.mark.parametrize("command", RUNS)
def test_its_commands_give_the_reference_all_points_and_the_template_none(run, clone, command):
    session = run(*shlex.split(command), cwd=clone)
    points = 20 if "student=softmax/reference" in command else 0
    assert f"Softmax and cross-entropy: {points} of 20 points" in session.output
    assert session.code == (0 if points else 1)


def test_its_specimens_are_where_validate_finds_them(clone):
    course = Assignment(clone / "softmax")
    found = {
        kind: [one.name for one in specimens.find(course, kind)] for kind in ("wheats", "chaffs")
    }
    assert found == {"wheats": sorted(WHEATS), "chaffs": sorted(CHAFFS)}


def test_nothing_in_it_surprises_validate_which_prints_what_it_shows(run, clone):
    (command,) = (line for line in COMMANDS if line.startswith("claimgrade validate"))
    session = run(*shlex.split(command), cwd=clone)
    assert session.code == 0, session.output
    assert ("text", session.output) in BLOCKS, session.output


@pytest.mark.parametrize("check", [["format", "--check"], ["check"]])
def test_its_code_is_in_the_style_of_the_house(cold, clone, check):
    session = cold("ruff", *check, f"--config={ROOT / 'pyproject.toml'}", "softmax", cwd=clone)
    assert session.code == 0, session.output
