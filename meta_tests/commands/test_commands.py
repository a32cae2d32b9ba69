"""The command line: what it writes, what it says, and whose fault its exit code tells."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from support.toy import RIGHT, TOY

from claimgrade.assignment.messages import Sentences, Texts
from claimgrade.classroom import collecting, hand_ins
from claimgrade.classroom.gradebook import Entry
from claimgrade.commands import grading, main
from claimgrade.validation.excused import Excused
from claimgrade.validation.kill_matrix import Proof

WRONG = RIGHT.replace("A @ x + b", "A @ x")


@pytest.fixture
def grade(run):
    def command(*arguments, **environment):
        return run("claimgrade", "grade", f"--assignment={TOY}", *arguments, **environment)

    return command


def test_one_submission_is_shown_and_written_here(grade, hand_in):
    session = grade(hand_in(WRONG))
    assert session.code == 0
    assert "An affine map: 4 of 10 points" in session.output
    assert session.output.splitlines()[-1] == "work: 4 of 10 points, see score.html"
    assert session.grade().score == 4
    assert "4 of 10 points" in (session.directory / "score.html").read_text("utf-8")


def test_several_submissions_get_a_directory_each(grade, hand_in, tmp_path):
    (tmp_path / "others").mkdir()
    single = tmp_path / "solo.py"
    single.write_text(RIGHT)
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("packed/affine.py", WRONG)
    same_name = tmp_path / "others" / "work"
    shutil.copytree(hand_in(RIGHT), same_name)
    session = grade(
        tmp_path / "work", same_name, single, tmp_path / "packed.zip", "-o", "out", "--lang=zh"
    )
    assert session.code == 0, session.output
    made = {
        path.parent.name: json.loads(path.read_text("utf-8"))
        for path in (tmp_path / "out").glob("*/grade.json")
    }
    scores = {name: result["score"] for name, result in made.items()}
    assert scores == {"work": 10, "work-2": 10, "solo": 10, "packed": 4}
    assert all(result["submission"] == name for name, result in made.items())
    assert " · work-2</p>" in (tmp_path / "out/work-2/report.html").read_text("utf-8")
    assert "得分 4 / 10" in (tmp_path / "out/packed/report.html").read_text("utf-8")
    assert "packed：得分 4 / 10，见 out/packed/report.html" in session.output.splitlines()
    assert session.output.splitlines()[-1] == (
        "全班概览在 out/index.html，成绩册在 out/gradebook.csv。"
    )


def test_a_console_without_the_characters_ends_no_grading(cold, hand_in):
    command = ("claimgrade", "grade", f"--assignment={TOY}", "-o", "out", "--lang=zh")
    session = cold(*command, hand_in(RIGHT), PYTHONIOENCODING="latin-1")
    assert session.code == 0, session.output
    assert "work??? 10 / 10?? out/work/report.html" in session.output.splitlines()


ENTRY = Entry(name="w", graded=True, earned="SCORE", remark="")


@pytest.mark.parametrize(
    "entry, english, chinese",
    [
        (ENTRY, "w: SCORE, see r.html", "w：SCORE，见 r.html"),
        (
            replace(ENTRY, kept=True),
            "w: SCORE, as before, see r.html",
            "w：SCORE，与上次相同，见 r.html",
        ),
        (Entry.unread("w", "Why."), "w: unreadable. Why.", "w：无法读取。Why."),
        (
            replace(ENTRY, complete=False),
            "w: interrupted, SCORE so far",
            "w：评分中断，目前SCORE",
        ),
        (Entry.without_grade("w", "Why."), "grader fault: Why.", "评分程序出错：Why."),
    ],
)
def test_the_line_of_a_submission_is_in_the_chosen_language(toy, capsys, entry, english, chinese):
    for language, expected in (("en", english), ("zh", chinese)):
        grading.tell(Texts(toy.spec, language), entry, Path("r.html"))
        assert "".join(capsys.readouterr()) == f"{expected}\n"


def test_no_two_submissions_share_a_directory():
    names = hand_ins.unique_names(["work", "work", "work-2", "work"])
    assert names == ["work", "work-2", "work-2-2", "work-3"]


@pytest.mark.parametrize("options", [[], ["-o", "out"]])
def test_whoever_stops_reading_gets_a_whole_result(hand_in, tmp_path, options):
    """As in `claimgrade grade work | head -1`."""
    reading, printing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "claimgrade", "grade", f"--assignment={TOY}", *options]
    with open(printing, "wb") as nobody:
        ended = subprocess.run(
            [*command, hand_in(RIGHT)], cwd=tmp_path, stdout=nobody, stderr=subprocess.PIPE
        )
    assert (ended.returncode, ended.stderr) == (0, b"")
    (result,) = tmp_path.rglob("grade.json")
    assert json.loads(result.read_bytes())["score"] == 10


def test_below_the_minimum_is_exit_code_1(grade, hand_in):
    work = hand_in(WRONG)
    assert grade(work, "-o", "out", "--min-score=4").code == 0
    assert grade(work, "-o", "out", "--min-score=4.5").code == 1


@pytest.mark.parametrize(
    "language, why, said",
    [
        (
            "en",
            "This submission could not be read: ",
            "no affine.py was found; the hand-in holds r.pdf",
        ),
        ("zh", "无法读取这份作业：", "没有找到 affine.py；这份作业中有 r.pdf"),
    ],
)
def test_what_cannot_be_read_is_exit_code_4(grade, tmp_path, language, why, said):
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "r.pdf").touch()
    session = grade("work", f"--lang={language}")
    assert (session.code, session.output.splitlines()) == (4, [f"{why}{said}"])
    assert not (session.directory / "grade.json").exists()


def test_a_fault_goes_before_what_cannot_be_read_and_that_before_a_low_score():
    low = replace(ENTRY, score=1.0)
    unread, fault = Entry.unread("u", "Why."), Entry.without_grade("f", "Why.")
    assert grading.exit_code([low, unread, fault], 5.0) == 3
    assert grading.exit_code([low, unread], 5.0) == 4
    assert grading.exit_code([unread], 5.0) == 4
    assert grading.exit_code([low], 5.0) == 1


@pytest.mark.parametrize(
    "arguments, message",
    [
        ([], "Missing argument 'SUBMISSIONS...'"),
        (["nobody", "-o", "out"], "nobody does not exist: name a directory with affine.py"),
        (["nobody", "--lang=zh"], "nobody 不存在：请指定含有 affine.py 的目录"),
        ([".", "."], "several submissions need -o OUT, a directory for their results"),
        ([".", "--assignment=."], "is not an assignment: it has no directory spec/"),
        (
            [".", ".", "--single", "-o", "out"],
            "--single says that this is one submission: name one",
        ),
        (["nobody", "--single", "-o", "out"], "nobody does not exist: name a directory with"),
        ([".", "-o", "."], "-o . is what is to be graded: the next run would take the results for"),
        ([".", "--lang=de"], "Invalid value for '--lang'"),
        ([".", "--profile=fast"], "Invalid value for '--profile'"),
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_what_to_do(grade, arguments, message):
    session = grade(*arguments)
    assert session.code == 2
    assert message in " ".join(session.output.replace("│", " ").split())
    assert "Traceback" not in session.output


def test_an_assignment_at_fault_stops_the_class_and_leaves_everything_as_it_was(
    run, hand_in, tmp_path
):
    course = tmp_path / "course"
    shutil.copytree(TOY, course)
    works = [hand_in(RIGHT, name) for name in ("ann", "bob")]
    command = ["claimgrade", "grade", f"--assignment={course}", *works, "-o", "out", "--jobs=1"]
    assert run(*command).code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")}
    (course / "tests" / "conftest.py").write_text("import os\n\nos._exit(0)\n")
    session = run(*command)
    assert session.code == 3
    assert session.output.splitlines() == [
        f"grader fault: the assignment itself can't be used: collecting {course}/tests ended the "
        "process (exit code 0); every earlier result and page stays as it is; fix that, and run "
        "the same command again"
    ]
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")} == before
    assert len(before) == 9  # three files each, and of the class


@pytest.mark.parametrize(
    "file, text, why",
    [
        ("conftest.py", "1 / 0\n", "conftest.py': ZeroDivisionError: division by zero"),
        ("test_affine.py", "x = = 1\n", 'test_affine.py", line 1: SyntaxError: invalid syntax'),
        ("test_affine.py", "", "claim 1a-affine: no test test_"),
    ],
)
def test_what_is_amiss_with_an_assignment_is_one_sentence(tmp_path, file, text, why):
    shutil.copytree(TOY, tmp_path / "course")
    (tmp_path / "course" / "tests" / file).write_text(text)
    told = collecting.problem(tmp_path / "course", Sentences("en"))
    assert why in told
    assert "\n" not in told


def test_two_runs_never_write_into_one_directory(grade, hand_in, tmp_path):
    with grading.alone(tmp_path / "out"):
        session = grade(hand_in(RIGHT), "-o", "out")
    assert session.code == 2
    assert "another run is writing its results into out: wait until" in " ".join(
        session.output.replace("│", " ").split()
    )
    assert [*(tmp_path / "out").iterdir()] == []


@pytest.mark.parametrize("out, in_the_way", [([], "score.html"), (["-o", "out"], "out/index.html")])
def test_results_that_find_no_place_are_the_graders_fault(
    grade, hand_in, tmp_path, out, in_the_way
):
    (tmp_path / in_the_way).mkdir(parents=True)
    session = grade(hand_in(RIGHT), *out)
    last = session.output.splitlines()[-1]
    assert last.startswith("grader fault: the results can't be written (")
    assert in_the_way in last
    assert (session.code, "Traceback" in session.output) == (3, False)


def test_results_that_will_find_no_place_are_told_before_any_work(grade, hand_in, tmp_path):
    (tmp_path / "file").write_text("")
    session = grade(hand_in(RIGHT), "-o", "file/out")
    assert session.output.startswith("grader fault: the results can't be written (")
    assert (session.code, len(session.output.splitlines())) == (3, 1)


def test_a_proof_that_finds_no_place_is_told_all_the_same(toy, monkeypatch, tmp_path, capsys):
    empty = Proof(toy.spec, [], Excused({}, {}), {})
    monkeypatch.setattr("claimgrade.validation.run.prove", lambda *_: empty)
    page = tmp_path / "file" / "proof.html"
    page.parent.write_text("")
    with pytest.raises(SystemExit) as ended:
        main.validate.main([f"--assignment={TOY}", f"--html={page}"])
    told = capsys.readouterr()
    assert "0 wheats" in told.out
    assert told.err.startswith("grader fault: the results can't be written (")
    assert ended.value.code == 3


def test_validate_says_so_where_nothing_can_be_forked(monkeypatch, capsys):
    monkeypatch.delattr(os, "fork")
    with pytest.raises(SystemExit) as ended:
        main.validate.main([f"--assignment={TOY}"])
    assert "validate forks processes, as Linux and macOS can: use WSL" in capsys.readouterr().err
    assert ended.value.code == 2


def test_a_broken_property_is_exit_code_3(run, hand_in, tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    tests = tmp_path / "course" / "tests" / "test_affine.py"
    text = tests.read_text("utf-8")
    tests.write_text(text.replace("agree(student.affine.slope(A), A,", "agree(1 / 0, 1,"))
    course = tmp_path / "course"
    session = run("claimgrade", "grade", f"--assignment={course}", hand_in(RIGHT), "-o", "out")
    assert session.code == 3
    assert session.grade("out/work/grade.json").score == 7


def test_a_seed_of_ones_own_is_written_into_the_result(grade, hand_in):
    session = grade(hand_in(RIGHT), "-o", "out", "--seed=99", "--profile=grade")
    result = session.grade("out/work/grade.json")
    assert (result.seed, result.examples) == (99, 300)


def test_nothing_beside_a_submission_configures_the_grader(grade, hand_in):
    work = hand_in(WRONG)
    (work / "conftest.py").write_text("raise RuntimeError('read')\n")
    (work / "pytest.ini").write_text("[pytest]\naddopts = -k nothing\n")
    (work / "hypothesis.py").write_text("raise RuntimeError('shadowed')\n")
    session = grade(work, "-o", "out", PYTEST_ADDOPTS="-k nothing")
    assert session.code == 0, session.output
    assert session.grade("out/work/grade.json").score == 4


def test_the_version_is_told(run):
    assert run("claimgrade", "--version").output.startswith("claimgrade, version 0.1.0")
