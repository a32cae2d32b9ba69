"""One submission, whatever it holds: as scripts grade it, from an upload to the platform's file."""

import json
import os
import re
import shutil
import sys
from html import unescape
from pathlib import Path

import pytest
from support import consumers, runner
from support.hand_ins import cells, write
from support.results import result
from support.toy import RIGHT, ROOT, TOY

from claimgrade import exporters
from claimgrade.classroom import batch, hand_ins
from claimgrade.result import grade_file

WRONG = RIGHT.replace("A @ x + b", "A @ x")
UNREAD = "This submission could not be read: no affine.py was found; the hand-in "
FORMS = {  # what lies in the directory; what it gets, or why nothing
    "modules": ({"affine.py": WRONG, "README.md": "", "pytest.ini": ""}, 4),
    "a notebook": ({"homework.ipynb": cells(WRONG), "requirements.txt": ""}, 4),
    "one file": ({"hw.py": WRONG}, 4),
    "a zip": ({"hand-in.zip": {"code/affine.py": WRONG}}, 4),
    "a folder beside a PDF": ({"code/affine.py": WRONG, "report.pdf": "%PDF"}, 4),
    "students, it seems": ({"ann/README": "", "bob/x.csv": "", "b.zip": {"affine.py": WRONG}}, 4),
    "nothing": ({"README.md": ""}, f"{UNREAD}holds README.md"),
    "not even that": ({}, f"{UNREAD}is empty"),
}
STARTED = """#!/bin/sh
case "$1" in grade|annotate) set -- "$@" "--assignment={toy}";; esac
exec "{python}" -m claimgrade "$@"
"""


def command(directory):
    """The command `claimgrade`, as it would be installed there, for the toy assignment."""
    directory.mkdir(parents=True)
    file = directory / "claimgrade"
    file.write_text(STARTED.format(toy=TOY, python=sys.executable))
    file.chmod(0o755)
    return os.environ | {"PATH": f"{directory}:{os.environ['PATH']}", "LANG": "C.UTF-8"}


def test_every_form_is_one_submission(toy, tmp_path):
    """The sessions are not run: what is found in each form is read in them as everywhere."""
    made, _ = result(toy)
    made.score = 4

    def session(job, output):
        job.report.write_text("page")
        made.submission = job.name
        grade_file.write(made, job.result)

    grading, got = batch.Batch(toy, tmp_path / "out", [], "en", session), {}
    for name, (files, _) in FORMS.items():
        root = write(tmp_path / name, files)
        found = hand_ins.named([root], toy.spec, tmp_path / "out", single=True)
        assert (list(found.hand_ins), found.whole) == ([name], False)
        (entry,) = grading.grade(found.hand_ins.values(), 1)
        written = grade_file.read(tmp_path / "out" / name / "grade.json")
        assert (written.submission, written.unreadable) == (name, entry.remark)
        got[name] = entry.remark or written.score
    assert got == {name: expected for name, (_, expected) in FORMS.items()}


def each_form(*always):
    """As a parameter: these forms always, the others with the matrix."""
    others = [pytest.param(form, marks=pytest.mark.matrix) for form in FORMS if form not in always]
    return pytest.mark.parametrize("form", [*always, *others])


def is_told(text, form, graded="4 of 10 points"):
    """Whether a report says what this form gets, or why nothing."""
    _, expected = FORMS[form]
    return (graded if expected == 4 else expected) in text


@each_form("a notebook", "nothing")
def test_gradescope_grades_each_form_or_says_why_it_cannot(tmp_path, form):
    """The container's directory, and the script as an instructor uploads it."""
    files, expected = FORMS[form]
    autograder = tmp_path / "autograder"
    autograder.mkdir()
    write(autograder / "submission", files)
    shutil.copy(Path(exporters.__file__).parent / "autograder" / "run_autograder", autograder)
    done = runner.shell(f"{autograder}/run_autograder", tmp_path, command(tmp_path / "bin"))
    assert done.returncode == 0, done.stdout
    text = (autograder / "results" / "results.json").read_text("utf-8")
    assert consumers.gradescope(text) == ((4, 10) if expected == 4 else (0, 10))
    assert is_told(json.loads(text)["output"], form, "")


@each_form("nothing")
def test_github_grades_each_form_or_says_why_it_cannot(tmp_path, form):
    files, expected = FORMS[form]
    workspace = tmp_path / "workspace"
    environment = command(workspace / "grader" / "bin")
    job = runner.load(ROOT / "student_template" / ".github" / "workflows" / "grade.yml")
    steps = [step for step in job["jobs"]["grade"]["steps"] if "pip" not in step.get("run", "")]
    student = write(tmp_path / "student", files)
    played = runner.play({"steps": steps}, workspace, student, environment)
    assert set(played.codes) == {0}, played.log
    assert is_told(unescape(played.summary), form)
    assert is_told(" ".join(unescape(played.artifacts["report.html"]).split()), form)
    if expected != 4:
        assert "Or hand in again: a directory with affine.py in it, or one" in played.summary
        assert [each.message for each in played.commands] == [expected]


@each_form("nothing")
def test_gitlab_grades_each_form_or_says_why_it_cannot(tmp_path, form):
    student = write(tmp_path / "student", FORMS[form][0])
    script = runner.load(ROOT / "student_template" / ".gitlab-ci.yml")["grade"]["script"]
    lines = [line for line in script if "python -m" not in line]
    environment = command(tmp_path / "grader" / "bin") | {"CI_PROJECT_DIR": str(student)}
    lines = [line.replace("$(mktemp -d)", str(tmp_path / "grader")) for line in lines]
    done = runner.shell("\n".join(lines), tmp_path, environment)
    assert done.returncode == 0, done.stdout
    assert is_told(unescape((student / "report.html").read_text("utf-8")), form, "4 of 10")


@each_form("a zip")
def test_the_commands_for_a_container_grade_each_form(tmp_path, form):
    page = (ROOT / "docs" / "exporters.md").read_text("utf-8")
    (commands,) = re.findall(r"```sh\n(claimgrade grade --single .*?)```", page, re.DOTALL)
    files, expected = FORMS[form]
    (tmp_path / "grade").mkdir()
    write(tmp_path / "grade" / "student", files)
    script = re.sub(r"(?<= )/(?=grade|tmp)", f"{tmp_path}/", commands)
    done = runner.shell(script, tmp_path, command(tmp_path / "bin"))
    assert done.returncode == 0, done.stdout
    text = (tmp_path / "grade" / "results" / "results.json").read_text("utf-8")
    assert consumers.prairielearn(text) == (pytest.approx(4 if expected == 4 else 0), 10)
