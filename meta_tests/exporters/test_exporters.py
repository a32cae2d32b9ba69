"""Every platform reads the same points, and no more than students may see."""

import csv
import io
import json
import math
import os
import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from support import consumers
from support.results import RUN, WRONG, attacked, result
from support.toy import ROOT

from claimgrade import exporters
from claimgrade.assignment.messages import Sentences, Texts
from claimgrade.assignment.root import Assignment
from claimgrade.commands.main import main
from claimgrade.exporters import FORMATS, ExportError, canvas, gradebooks, platforms
from claimgrade.exporters.result import Options
from claimgrade.exporters.result import Test as OneTest
from claimgrade.exporters.roster import Roster
from claimgrade.result import grade, grade_file
from claimgrade.result.grade import Failure, Outcome
from claimgrade.storage.tables import table

SHEET = Assignment(ROOT).spec
TEXTS = Texts(SHEET, "en")
NAMES = [name for _, name in SHEET.properties()]
VERDICTS = ["fails", "missing", "crashed", "timed out"]
ONE = [name for name, format_ in FORMATS.items() if not format_.of_class]
RUNNER = {
    "CLASSROOM": "ml",
    "ASSIGNMENT": "hw1",
    "SUBMISSION_TAG": "submit/1",
    "COMMIT_URL": "u/commit/1",
    "RELEASE_URL": "u/releases/1",
}
MOODLE = "Email address,Username\njane@uni.example,jane\nbob@uni.example,bob\n"
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Quiz (1),toy (4711)\n"
    "    Points Possible,,,,,5,10\n"
    '"Doe, ""JD"" Jané",17,u17,jane,"001, 002",5,\n'
    "张伟,18,u18,zhang,001,4,\n"
    "Bob Smith,19,u19,bob,001,,\n"
)


@pytest.fixture(autouse=True, scope="module")
def inside_classroom50():
    with pytest.MonkeyPatch.context() as patch:
        for name, value in RUNNER.items():
            patch.setenv(name, value)
        yield


@pytest.fixture
def write(tmp_path, toy):
    """Write the grade.json of a submission of the toy assignment."""

    def written(submission="jane", failures=None, verdict="fails", **changes):
        run = msgspec.structs.replace(RUN, submission=submission)
        made, _ = result(toy, failures=failures, verdict=verdict, run=run)
        path = tmp_path / "out" / submission / "grade.json"
        grade_file.write(msgspec.structs.replace(made, **changes), path)
        return path

    return written


@pytest.fixture
def roster(tmp_path):
    def written(text, name="roster.csv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return written


def export(*arguments):
    """What `claimgrade export` ends with and says."""
    done = CliRunner().invoke(main, ["export", "--lang=en", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def exported(*arguments):
    code, output = export(*arguments)
    assert code == 0, output
    return output


def refused(*arguments):
    code, output = export(*arguments)
    assert code == 2, output
    return " ".join(output.partition("Error: ")[2].split())


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VERDICTS)))
def test_every_platform_reads_the_same_total(tmp_path_factory, verdicts):
    failure = Failure(message="m")
    outcomes = {
        (claim.id, name): Outcome(
            claim=claim.id,
            property=name,
            verdict=verdicts.get(name, "holds"),
            failure=failure if name in verdicts else None,
        )
        for claim, name in SHEET.properties()
    }
    graded = grade.grade(SHEET, TEXTS, RUN, outcomes)
    path = tmp_path_factory.mktemp("totals") / "grade.json"
    grade_file.write(graded, path)
    for name in ONE:
        ((_, text),) = exporters.export(name, [path], Options(), "en", None)
        score, most = getattr(consumers, name)(text)
        if name == "classroom50":
            assert score == math.floor(graded.score + 0.5)
        else:
            assert score == pytest.approx(graded.score, abs=1e-5)
        assert most in (graded.max_score, None)
    ((_, text),) = exporters.export("nbgrader", [path], Options(), "en", None)
    assert consumers.nbgrader(text) == {"me": (graded.score, graded.max_score)}


@pytest.mark.parametrize("name", ONE)
def test_a_students_own_words_break_no_format(name, write):
    failure = attacked()
    failure.message += "\0\x1b[31m\ufffe ]]> \ud7ff"
    path = write("j<&>\"'", {"the_slope_is_A": failure}, "crashed")
    score, most = getattr(consumers, name)(exported(name, path))
    assert (score, most) in ((7, 10), (7, None))


@pytest.mark.parametrize("name", ["gradescope", "classroom50", "prairielearn", "ctrf", "junit"])
def test_the_student_is_told_what_is_wrong_and_where_it_shows(name, write):
    failure = msgspec.structs.replace(WRONG, looks_like="Rows for columns.")
    text = exported(name, write(failures={"the_slope_is_A": failure}))
    told = ["Your M is wrong.", "[[1, 2], [3, 4]]", "[[1, 2], [9, 4]]", "Rows for columns."]
    for words in ["does not hold (1 of 4)", *told]:
        assert words in text


def test_chinese_where_it_is_asked_for(write):
    text = exported("gradescope", write(failures={"the_slope_is_A": WRONG}), "--lang=zh")
    assert "得分" in text and "does not hold" not in text


def test_gradescope_numbers_exercises_and_shows_them_when_it_is_said(write):
    path = write(failures={"the_slope_is_A": WRONG})
    content = json.loads(exported("gradescope", path, "--visibility=after_published"))
    assert [test["number"] for test in content["tests"]] == ["1a", "1b"]
    assert [test["status"] for test in content["tests"]] == ["passed", "failed"]
    shown = {test["visibility"] for test in content["tests"]} | {content["visibility"]}
    assert shown == {"after_published"}
    assert content["stdout_visibility"] == "hidden"
    assert "score" not in content


def test_classroom50_keeps_the_exact_points_beside_the_whole_ones(write, toy):
    made, _ = result(toy)
    made.claims[0].points, made.claims[1].points = 2.5, 1.4
    path = write(claims=made.claims, score=3.9)
    content = json.loads(exported("classroom50", path))
    assert content["score"] == 4
    assert [test["points"] for test in content["tests"]] == [2.5, 1.4]
    assert [test["score"] for test in content["tests"]] == [3, 1]
    assert content["review"] == RUNNER["COMMIT_URL"]


def whole_points(*exact):
    """[(score, maximum)] as Classroom 50 gets them of (points, maximum)."""
    tests = [OneTest(None, "", points, most, 0.0, "", "") for points, most in exact]
    return platforms.whole_points(tests)


@pytest.mark.parametrize(
    "exact, whole",
    [
        ([(3.2, 3.2), (3.8, 3.8)], [(3, 3), (4, 4)]),
        ([(2.8, 3), (3, 3)], [(2, 3), (3, 3)]),
        ([(3.1, 3.2)], [(2, 3)]),
        ([(0.5, 0.5), (0, 0.5), (0.4, 0.4)], [(1, 1), (0, 1), (1, 1)]),
        ([(2.5, 5), (2.5, 5)], [(3, 5), (2, 5)]),  # 5 in all, not 6
        ([(0, 0)], [(0, 0)]),
    ],
)
def test_classroom50_rounds_no_mistake_away(exact, whole):
    assert whole_points(*exact) == whole


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), min_size=1))
def test_classroom50_never_gets_more_than_the_maximum(parts):
    exact = [(low / 12, high / 12) for low, high in parts]
    for (points, most), (score, maximum) in zip(exact, whole_points(*exact), strict=True):
        assert 0 <= score <= maximum
        assert (score == maximum) is (points == most)
        assert abs(maximum - most) <= 1 and score - points < 1


@pytest.fixture
def bonus_not_begun(tmp_path):
    outcomes = {
        (claim.id, name): Outcome(
            claim=claim.id, property=name, verdict="missing" if claim.bonus else "holds"
        )
        for claim, name in SHEET.properties()
    }
    grade_file.write(grade.grade(SHEET, TEXTS, RUN, outcomes), tmp_path / "grade.json")
    return tmp_path / "grade.json"


def test_full_marks_without_the_bonus_are_no_failure(bonus_not_begun):
    tests = json.loads(exported("classroom50", bonus_not_begun))["tests"]
    assert all(test["passed"] for test in tests)
    assert len(tests) == sum(not claim.bonus for claim in SHEET.claims.values())
    text = exported("gradescope", bonus_not_begun)
    assert consumers.gradescope(text) == (100, 100)
    tests = json.loads(text)["tests"]
    assert {test.get("status") for test in tests} == {"passed", None}
    unmarked = [test for test in tests if "status" not in test]
    assert [(test["score"], test["max_score"]) for test in unmarked] == [(0, 0)] * 2
    summary = json.loads(exported("ctrf", bonus_not_begun))["results"]["summary"]
    assert (summary["failed"], summary["skipped"]) == (0, 2)


def test_classroom50_says_which_variable_it_misses(write, monkeypatch):
    monkeypatch.delenv("SUBMISSION_TAG")
    assert "classroom50 needs SUBMISSION_TAG in the environment" in refused("classroom50", write())


FAULT = "The grader itself failed in 1b-slope: that costs no points, and has to be graded again."


def test_the_graders_own_fault_is_never_a_students(write, roster):
    whole = {"the_slope_is_A": Failure(message="m")}
    path = write("19", whole, "grader fault")
    in_part = f"19 has points in this file only for what was graded. {FAULT}\n"
    for name in ("gradescope", "classroom50"):
        said, told, text = exported(name, path).partition(in_part)
        assert told and not said
        assert getattr(consumers, name)(text) == (7, 10)
    assert FAULT in json.loads(exported("gradescope", path).removeprefix(in_part))["output"]
    assert exported("autolab", path).startswith(in_part)
    chinese = "评分程序自身在 1b-slope 中出错：这不扣分，需要重新评分。"
    assert chinese in exported("autolab", path, "--lang=zh")
    text = exported("prairielearn", path).removeprefix(f"19 is not gradable. {FAULT}\n")
    assert json.loads(text)["gradable"] is False
    text = exported("ctrf", path).removeprefix(in_part)
    assert json.loads(text)["results"]["summary"]["other"] == 1
    junit = exported("junit", path).removeprefix(in_part)
    assert junit.startswith("<?xml ") and "<error " in junit
    assert exported("nbgrader", path).splitlines()[-1].endswith(",19,,,,,0,,10")
    text = exported("canvas", path, write("17"), f"--roster={roster(CANVAS)}")
    assert text.startswith(f"19 is left out. {FAULT}\n") and "Bob Smith" not in text
    assert exported("moodle", path, write("a@b.example")).startswith(f"19 is left out. {FAULT}\n")


@pytest.mark.parametrize("name", ["canvas", "moodle", "nbgrader"])
def test_a_result_that_is_not_complete_stops_no_class(name, write, roster):
    paths = [write("18", complete=False), write("17@x.example" if name == "moodle" else "17")]
    options = [f"--roster={roster(CANVAS)}"] if name == "canvas" else []
    said, *rows = exported(name, *paths, *options).splitlines()
    assert said.startswith(f"{paths[0]} is left out. ") and "was not run" not in said
    assert "is not complete, some properties were not run: grade it again" in said
    assert "17" in "".join(rows) and not any("18" in row for row in rows)
    assert "no result holds a grade" in refused(name, paths[0], *options)


UNREAD = "This submission could not be read: essay.pdf is no submission"


def test_what_could_not_be_read_is_no_ordinary_zero(write, roster, toy):
    whole = {name: Failure(message=UNREAD) for _, name in toy.spec.properties()}
    path = write("19", whole, "crashed", unreadable=UNREAD)
    for name in ONE:
        code, said = export(name, path)
        assert code == 0
        assert UNREAD in said, name
        assert "raised an error" not in said, name
    text = exported("prairielearn", path).splitlines()[1:]
    assert json.loads("\n".join(text))["gradable"] is False
    text = exported("ctrf", path).splitlines()[1:]
    assert json.loads("\n".join(text))["results"]["summary"]["other"] == 2
    assert 'errors="2"' in exported("junit", path)
    assert exported("nbgrader", path).splitlines()[-1].endswith(",19,,,,,0,,10")
    others = [write("17"), write("jane@x.example")]
    said, *rows = exported("canvas", path, others[0], f"--roster={roster(CANVAS)}").splitlines()
    assert said == f"19 is left out. {UNREAD}"
    assert not any("Bob Smith" in row for row in rows) and any("JD" in row for row in rows)
    said, _, *rows = exported("moodle", path, others[1]).splitlines()
    assert said == f"19 is left out. {UNREAD}"
    assert rows[0].startswith("jane@x.example,10,")
    assert "no result holds a grade" in refused("canvas", path, f"--roster={roster(CANVAS)}")
    assert "no result holds a grade" in refused("moodle", path)


@pytest.mark.parametrize(
    "key, english, chinese",
    [
        (
            "export_zero",
            "a has 0 points in this file, for it has no place for none, and the reason beside them",
            "a 在此文件中记为 0 分（此格式不能留空），并附有原因",
        ),
        (
            "export_in_part",
            "a has points in this file only for what was graded",
            "a 在此文件中只有已评分部分的分数",
        ),
        ("export_left_out", "a is left out", "a 未写入此文件"),
        ("export_blank", "a has no score", "a 没有分数"),
        ("export_not_gradable", "a is not gradable", "a 标为不可评分"),
        ("export_other", "a has neither passed nor failed", "a 既不算通过，也不算未通过"),
    ],
)
def test_what_becomes_of_it_is_said_in_both_languages(key, english, chinese):
    assert Sentences("en")(key, name="a", why="W.") == f"{english}. W."
    assert Sentences("zh")(key, name="a", why="W.") == f"{chinese}。W."


def test_a_bonus_is_shown_and_counts_in_no_total(tmp_path):
    outcomes = {
        (claim.id, name): Outcome(claim=claim.id, property=name, verdict="holds")
        for claim, name in SHEET.properties()
    }
    grade_file.write(grade.grade(SHEET, TEXTS, RUN, outcomes), tmp_path / "grade.json")
    text = exported("gradescope", tmp_path / "grade.json")
    assert consumers.gradescope(text) == (100, 100)
    assert "100 of 100 points, and 15 of 15 bonus points" in text
    assert "holds (10 of 10, bonus)" in text


def test_canvas_gets_its_own_students_back_with_a_column_more(write, roster):
    paths = [write("17"), write("u18", {"the_slope_is_A": WRONG})]
    text = exported("canvas", *paths, f"--roster={roster(CANVAS)}")
    assert text.splitlines()[0] == "Student,ID,SIS User ID,SIS Login ID,Section,toy (4711)"
    assert consumers.canvas(text, CANVAS) == ({"17": 10, "18": 7}, 10)
    assert "张伟" in text


@pytest.mark.parametrize(
    "submission, student",
    [
        ("19", "19"),
        ("U19", "19"),
        ("zhang", "18"),
        ("bob smith", "19"),
        ('"JD" Jané Doe', "17"),
        ("janedoe_17_90210_homework", "17"),
        ("smithbob_LATE_19_17_homework-1", "19"),
    ],
)
def test_canvas_students_are_found_by_id_then_login_then_name(submission, student, write, roster):
    text = exported("canvas", write(submission), f"--roster={roster(CANVAS)}")
    assert consumers.canvas(text, CANVAS) == ({student: 10}, 10)


SPLIT = CANVAS.replace("Student,", "LastName,FirstName,").replace(
    '"Doe, ""JD"" Jané"', 'Doe,"""JD"" Jané"'
)
SPLIT = (
    SPLIT.replace("Possible,", "Possible,,")
    .replace("张伟", "张,伟")
    .replace("Bob Smith", "Smith,Bob")
)


@pytest.mark.parametrize(
    "submission, student",
    [
        ("19", "19"),
        ("bob smith", "19"),
        ("Smith, Bob", "19"),
        ('"JD" Jané Doe', "17"),
        ("doejane_17", "17"),
    ],
)
def test_canvas_may_write_names_in_two_columns(submission, student, write, roster):
    text = exported("canvas", write(submission), f"--roster={roster(SPLIT)}")
    assert consumers.canvas(text, SPLIT) == ({student: 10}, 10)
    assert "toy (4711) is worth 50 points in Canvas" in refused(
        "canvas", write("17"), f"--roster={roster(SPLIT.replace(',5,10', ',5,50'))}"
    )


def placed(submission, text, roster, keys=canvas.KEYS):
    """The row, from 0, of the student whose submission it is, or why there is none."""
    try:
        return Roster(roster(text), keys).place(submission)
    except ExportError as error:
        return str(error)


@pytest.mark.parametrize(
    "submission, row",
    [
        ("doejane_17", 1),
        ("doejane_LATE_17", 1),
        ("doejane_17_4242_rnn", 1),
        ("doejane_17_text", 1),
        ("Jane\u0301 Doe", 4),  # as a Mac writes an accent
        ("Jané  Doe ", 4),
        ("doejane_99", "doejane_99 matches no student in "),
        ("", " matches no student in "),
        ("bob_18", "bob_18 is one student of "),  # a login, and the download of another's
    ],
)
def test_canvas_downloads_are_found_by_the_id_in_their_name(submission, row, roster):
    text = CANVAS.replace(",bob,", ",bob_18,") + '"Doe, Jané",21,,,001,,\n'
    found = placed(submission, text, roster)
    assert found == row if isinstance(row, int) else found.startswith(row)


def test_a_gradebook_may_be_parted_by_semicolons(write, roster):
    text = exported(
        "canvas",
        write("19"),
        f"--roster={roster(CANVAS.replace('001, 002', '1').replace(',', ';'))}",
    )
    assert text.splitlines()[-1] == "Bob Smith,19,u19,bob,001,10"


def test_who_is_nobody_stops_no_class(write, roster):
    text = CANVAS + "Eve,20,u20,bob,001,,\n"
    paths = [write(name) for name in ("17", "stranger", "bob", "18", "u18", "19")]
    code, output = export("canvas", *paths, f"--roster={roster(text)}")
    assert code == 0
    said = [line for line in output.splitlines() if "left out" in line]
    assert [line.partition(f"{roster(text)}")[0] for line in said[:2]] == [
        "stranger is left out. stranger matches no student in ",
        "bob is left out. bob is 2 students of ",
    ]
    both = "18 and u18 are the same student: export one of them"
    assert said[2:] == [f"18 is left out. {both}", f"u18 is left out. {both}"]
    table = output.partition(f"{said[-1]}\n")[2]
    assert consumers.canvas(table, text) == ({"17": 10, "19": 10}, 10)


def test_moodle_leaves_out_who_has_no_address(write, roster):
    paths = [write("bob"), write("eve"), write("jane@uni.example")]
    said, *rest = exported("moodle", *paths, f"--roster={roster(MOODLE)}").splitlines()
    assert said.startswith("eve is left out. eve matches no student in ")
    assert list(consumers.moodle("\n".join(rest))) == ["bob@uni.example", "jane@uni.example"]
    output = exported("moodle", *paths)
    assert output.startswith("bob is left out. bob is not an e-mail address, by which Moodle")


WORKSHEET = (
    "Identifier,Full name,Email address,Grade\n"
    "Participant 4713,Jane Doe,jane1@uni.example,\n"
    "Participant 4714,Jane Doe,jane2@uni.example,\n"
    "Participant 4715,Bob Smith,bob@uni.example,\n"
)


@pytest.mark.parametrize(
    "submission, row",
    [
        ("Jane Doe_4713_assignsubmission_file_", 0),
        ("Jane Doe_4714_assignsubmission_file", 1),
        ("Jane Doe_4714_assignsubmission_file_rnn", 1),
        ("Participant_4714_assignsubmission_file_", 1),
        ("participant 4714", 1),
        ("jane2@uni.example", 1),
        ("Bob Smith_99_assignsubmission_file_", 2),  # no such number: the name is left
        ("Bob Smith", 2),
        ("Jane Doe_99_assignsubmission_file_", "Jane Doe_99_assignsubmission_file_ is 2 students"),
        ("Bob Smith_4713_assignsubmission_file_", "Bob Smith_4713_assignsubmission_file_ is one"),
        ("4713", "4713 matches no student in "),
    ],
)
def test_moodle_tells_two_of_one_name_apart_by_the_identifier(submission, row, roster):
    found = placed(submission, WORKSHEET, roster, gradebooks.KEYS)
    assert found == row if isinstance(row, int) else found.startswith(row)


def test_moodle_gives_each_of_one_name_their_own_grade(write, roster):
    paths = [
        write("Jane Doe_4713_assignsubmission_file_", {"the_slope_is_A": WRONG}),
        write("Jane Doe_4714_assignsubmission_file_"),
    ]
    read = consumers.moodle(exported("moodle", *paths, f"--roster={roster(WORKSHEET)}"))
    scores = {address: score for address, (score, _) in read.items()}
    assert scores == {"jane1@uni.example": 7, "jane2@uni.example": 10}


def test_a_roster_with_a_byte_order_mark_is_read(write, roster):
    path = roster("\ufeff" + CANVAS)
    text = exported("canvas", write("17"), f"--roster={path}")
    assert consumers.canvas(text, CANVAS)[0] == {"17": 10}


def test_moodle_gets_grade_and_feedback_by_address(write, roster):
    failure = msgspec.structs.replace(WRONG, message='=1 < 2,\n"quoted"')
    paths = [write("bob", {"the_slope_is_A": failure}), write("jane@uni.example")]
    text = exported("moodle", *paths, f"--roster={roster(MOODLE)}", "--column=HW 1, first")
    read = consumers.moodle(text)
    assert {address: score for address, (score, _) in read.items()} == {
        "bob@uni.example": 7,
        "jane@uni.example": 10,
    }
    feedback = read["bob@uni.example"][1]
    assert feedback.startswith("7 of 10 points\n1a The affine map: holds (6 of 6)\n1b Its slope: ")
    assert '=1 &lt; 2,\n"quoted"' in feedback


def test_moodle_knows_what_it_called_a_download(write, roster):
    sheet = "Identifier,Full name,Email address\nParticipant 7,Jané Doe,jane@uni.example\n"
    path = write("Jané Doe_7_assignsubmission_file")
    text = exported("moodle", path, f"--roster={roster(sheet)}")
    assert list(consumers.moodle(text)) == ["jane@uni.example"]


def test_moodle_needs_no_roster_where_submissions_are_addresses(write):
    assert consumers.moodle(exported("moodle", write("a@b.example")))["a@b.example"][0] == 10


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum", "＝1"])
def test_no_name_is_a_formula(name, write):
    assert f",'{name}," in exported("nbgrader", write(name))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"),
        ("x; +1", "x; '+1"),
        ("a\t@b;-c", "a\t'@b;'-c"),
        ("\r\n=1", "'\r\n'=1"),
        ("Łukasz;x = 1 - 2", "Łukasz;x = 1 - 2"),
    ],
)
def test_no_part_of_a_cell_is_a_formula_where_semicolons_part_them(cell, shown):
    assert next(csv.reader(io.StringIO(table([[cell]]), newline=""))) == [shown]


def test_names_come_through_a_csv_as_they_are(write):
    names = ['O\'Brien, "Pat"', "张 伟", "Łukasz;x"]
    assert list(consumers.nbgrader(exported("nbgrader", *map(write, names)))) == names


def test_several_submissions_get_a_folder_each(write, tmp_path):
    paths = [write("jane"), write("bob")]
    assert exported("junit", *paths, "-o", tmp_path / "junit") == ""
    found = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.glob("junit/*/*"))
    assert found == ["junit/bob/junit.xml", "junit/jane/junit.xml"]
    again = [paths[0], shutil.copy(paths[0], tmp_path / "second.json")]
    said = refused("gradescope", *again, "-o", tmp_path / "two")
    assert "second.json is a second result of jane: keep one" in said


def test_autolab_ends_its_output_with_one_line_and_says_what_it_needs(write, tmp_path):
    needed = (
        "Autolab needs a problem of each of these names, worth so many points: "
        "1a-affine (6), 1b-slope (4)"
    )
    assert exported("autolab", write(), write("bob"), "-o", tmp_path / "out").splitlines() == [
        needed
    ]
    assert exported("autolab", write()).splitlines() == [
        needed,
        '{"scores":{"1a-affine":6.0,"1b-slope":4.0},"scoreboard":[10.0]}',
    ]


@pytest.mark.parametrize("level", ["verdict", "gap", "hints"])
@pytest.mark.parametrize("name", ["gradescope", "classroom50", "prairielearn", "ctrf", "junit"])
def test_students_see_what_is_revealed_and_no_more(name, level, write):
    failure = msgspec.structs.replace(
        WRONG, looks_like="Rows for columns.", student_traceback="Tb", printed="Pr"
    )
    text = exported(name, write(failures={"the_slope_is_A": failure}), f"--reveal={level}")
    assert ("What is wrong is not shown here." in text) is (level == "verdict")
    for gap in ("Your M is wrong.", "[[1, 2], [9, 4]]", "affine.py:5", "Tb", "Pr"):
        assert (gap in text) is (level != "verdict"), gap
    assert ("Rows for columns." in text) is (level == "hints")
    assert getattr(consumers, name)(text)[0] == 7


def test_what_the_assignment_reveals_is_in_the_result(write, toy):
    made, _ = result(toy, failures={"the_slope_is_A": WRONG})
    made.claims[1].reveal = "verdict"
    path = write(claims=made.claims)
    assert "Your M is wrong." not in exported("moodle", write("j@x.example", claims=made.claims))
    assert "Your M is wrong." not in exported("gradescope", path)
    assert "Your M is wrong." in exported("gradescope", path, "--reveal=hints")


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["canvas", "OK"], "canvas needs --roster=FILE, the gradebook that Canvas exports"),
        (["gradescope", "OK", "OK"], "several submissions as gradescope need -o OUT, a directory"),
        (["gradescope", "OK", "--roster=x"], "--roster means nothing to gradescope: leave it out"),
        (["moodle", "OK", "--visibility=hidden"], "--visibility means nothing to moodle"),
        (["moodle", "OK"], "jane is not an e-mail address, by which Moodle knows students"),
        (["moodle", "OK", "--roster=none.csv"], "none.csv can't be read (No such file"),
        (["nbgrader", "OK", "OK"], "is a second result of jane: keep one"),
        (["junit", "none.json"], "none.json can't be read (No such file or directory): name a"),
        (["junit", "OK", "-o", "."], "can't be written: "),
        (["excel", "OK"], "'excel' is not one of 'gradescope', 'classroom50'"),
    ],
)
def test_wrong_usage_says_what_to_do(arguments, said, write):
    path = write()
    assert said in refused(*(path if argument == "OK" else argument for argument in arguments))


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"schema": "claimgrade/grade/2"}'])
def test_what_is_no_result_is_refused(content, tmp_path):
    path = tmp_path / "grade.json"
    path.write_bytes(content)
    assert "grade.json is not a grade.json of this version (" in refused("junit", path)


def test_an_interrupted_result_is_refused(write):
    assert "is not complete, some properties were not run" in refused(
        "junit", write(complete=False)
    )


def test_what_is_refused_leaves_the_earlier_file(write, tmp_path):
    kept = tmp_path / "junit.xml"
    exported("junit", write(), "-o", kept)
    before = kept.read_bytes()
    refused("junit", write(complete=False), "-o", kept)
    assert kept.read_bytes() == before


def test_results_of_two_assignments_share_no_gradebook(write):
    said = refused("nbgrader", write("a"), write("b", assignment="other"))
    assert "is of other (10 points), others are of toy (10 points)" in said


@pytest.mark.parametrize(
    "submission, text, said",
    [
        ("17", "", "has no column 'Student'; its columns are : give the file that the platform"),
        ("17", "Student,ID\n", "has no column 'Section'; its columns are Student, ID"),
        (
            "17",
            "Student,ID,SIS User ID,Section\n",
            "has no column 'SIS Login ID' right after 'SIS User ID'",
        ),
        ("nobody", CANVAS, "nobody matches no student in "),
        ("bob", CANVAS + "Eve,20,u20,bob,001,,\n", "bob is 2 students of "),
        ("17", CANVAS.replace(",5,10", ",5,50"), "toy (4711) is worth 50 points in Canvas, and 10"),
        ("17", CANVAS.replace(",5,10", ",5,10 of"), "toy (4711) is worth 10 of points in Canvas"),
        (
            "17",
            CANVAS.replace("Quiz (1)", "toy (1)"),
            "has several columns 'toy': say --column with one of toy (1), toy (4711)",
        ),
    ],
)
def test_a_roster_that_does_not_fit_is_refused(submission, text, said, write, roster):
    assert said in refused("canvas", write(submission), f"--roster={roster(text)}")


def test_two_results_of_one_student_are_refused(write, roster):
    said = refused("canvas", write("17"), write("jane"), f"--roster={roster(CANVAS)}")
    assert "17 and jane are the same student: export one of them" in said


def test_a_workbook_is_no_roster(write, tmp_path):
    (tmp_path / "roster.xlsx").write_bytes(b"PK\x03\x04\xff\xfe")
    said = refused("canvas", write("17"), f"--roster={tmp_path / 'roster.xlsx'}")
    assert "is not UTF-8 text: export it as CSV, not as a workbook" in said


def test_the_scripts_of_gradescope_are_sound():
    for name in ("run_autograder", "setup.sh"):
        script = Path(exporters.__file__).parent / "autograder" / name
        assert os.access(script, os.X_OK), name
        subprocess.run(["bash", "-n", script], check=True)


def test_the_page_about_platforms_has_a_row_for_each():
    page = (ROOT / "docs" / "exporters.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| `(\S+)` \| (a class|one submission) \|", page, re.MULTILINE)
    kinds = {True: "a class", False: "one submission"}
    assert rows == [(name, form.file, kinds[form.of_class]) for name, form in FORMATS.items()]
