"""Hostile submissions in whole sessions, by the command line: one of each kind.

That each of them gets nothing is seen in test_hostile, without sessions. All of them in sessions
are the matrix, which takes hours: pytest meta_tests -m matrix.
"""

import msgspec
import pytest
from support.canaries import SECRET_VARIABLE, orphans, snapshot
from support.hostile import (
    NAMES,
    UNREADABLE,
    WITHOUT,
    assert_it_is_shown_as_text,
    assert_it_is_whole,
    assert_it_keeps_what_a_level_promises,
    laid_out,
)
from support.toy import ROOT, TOY

from claimgrade.assignment.root import Assignment
from claimgrade.result.grade import Grade

ASSIGNMENTS = {"toy": Assignment(TOY), "sheet": Assignment(ROOT)}
DEADLINES = {  # seconds: a call, a property, the submission
    "toy": "--deadlines=0.5,2,12",
    "sheet": "--deadlines=0.5,1,8",
}

ONE_OF_EACH_KIND = {  # that which looks for what only a session has
    "branch_on_pytest",
    "exhaust_output",
    "exit_pytest",
    "files_conftest",
    "hang_at_the_end",
    "lie_not_unicode",
    "output_script_in_a_value",
    "patch_judge",
    "protocol_real_replies",
    "reach_writes_the_result",
    "skip_by_name",
    "steal_reference_from_a_command_line",
}
COLD = {"steal_reference_from_a_command_line"}  # what is forked is called as who forks it
ATTACKS = [
    pytest.param(name, marks=[] if name in ONE_OF_EACH_KIND else pytest.mark.matrix)
    for name in NAMES
]


@pytest.mark.parametrize("course", ASSIGNMENTS)
@pytest.mark.parametrize("name", ATTACKS)
def test_it_earns_nothing_learns_nothing_and_changes_nothing(request, tmp_path, name, course):
    assignment = ASSIGNMENTS[course]
    command = request.getfixturevalue("cold" if name in COLD else "run")
    with laid_out(name, assignment, tmp_path) as (work, canaries):
        before = snapshot(tmp_path / "work")
        with orphans() as left:
            session, directory = _grade(command, work, course, tmp_path / "out", canaries.secret)
        if name in UNREADABLE:
            assert (session.code, snapshot(tmp_path / "work")) == (4, before), session.output
            return
        assert session.code == 0, session.output
        result = msgspec.json.decode((directory / "grade.json").read_bytes(), type=Grade)
        assert_it_is_whole(result, assignment)
        assert not left, f"processes are left: {left}"
        page = next(directory.glob("*.html")).read_text("utf-8")
        assert_it_is_shown_as_text(session.output, page)
        assert snapshot(tmp_path / "work") == before
        shown = session.output + "".join(file.read_text("utf-8") for file in directory.glob("*.*"))
        assert_it_keeps_what_a_level_promises(name, "", result, shown, canaries)


@pytest.mark.matrix
@pytest.mark.parametrize("without", WITHOUT)
@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNREADABLE])
def test_without_a_layer_it_earns_nothing_and_the_level_says_so(server, tmp_path, name, without):
    assignment = ASSIGNMENTS["toy"]
    with laid_out(name, assignment, tmp_path) as (work, canaries):
        before = snapshot(tmp_path / "work")
        with orphans() as left:
            code = _grade_forked(server, work, tmp_path, without, canaries.secret)
        output = (tmp_path / "output.txt").read_text("utf-8")
        assert code in (0, 1), output  # 0: every property held
        result = msgspec.json.decode((tmp_path / "grade.json").read_bytes(), type=Grade)
        assert_it_is_whole(result, assignment)
        assert not left, f"processes are left: {left}"
        page = (tmp_path / "score.html").read_text("utf-8")
        assert_it_is_shown_as_text(output, page)
        assert snapshot(tmp_path / "work") == before
        assert_it_keeps_what_a_level_promises(name, without, result, output + page, canaries)


def test_one_of_each_kind_is_graded_by_default():
    kinds = sorted(name.partition("_")[0] for name in ONE_OF_EACH_KIND)
    assert kinds == sorted({name.partition("_")[0] for name in NAMES})


def _grade(command, work, course, directory, secret):
    """Grade the toy with its summary shown, the sheet into a directory: both ways are tried."""
    directory.mkdir()
    options = [DEADLINES[course], f"--assignment={ASSIGNMENTS[course].root}"]
    options += ["-o", "."] if course == "sheet" else []
    session = command(
        "claimgrade", "grade", work, *options, cwd=directory, **{SECRET_VARIABLE: secret}
    )
    return session, directory / work.stem if course == "sheet" else directory


def _grade_forked(server, work, directory, without, secret):
    environment = {
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        SECRET_VARIABLE: secret,
        "CLAIMGRADE_WITHOUT": without,
    }
    options = ["--deadlines=0.4,1.5,8", "--score-json=grade.json", "--score-html=score.html"]
    return server.grade(ASSIGNMENTS["toy"].root, work, directory, options, environment)
