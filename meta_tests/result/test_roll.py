"""A class graded in parts: rows stay, names stay, and who has withdrawn is nowhere."""

import csv
import json
import shutil

import pytest
from click.testing import CliRunner
from support.hand_ins import write
from support.results import result
from support.toy import RIGHT, TOY

from claimgrade.assignment.messages import Sentences
from claimgrade.assignment.root import Assignment
from claimgrade.classroom import hand_ins
from claimgrade.commands import grading, main
from claimgrade.result import grade_file, roll


@pytest.fixture
def graded(toy, tmp_path, capsys):
    """Grade in sessions that write a result at once; what was said, and the rows by name."""

    def session(job, output):
        named = dict(option.split("=", 1) for option in job.options if "=" in option)
        made, _ = result(toy)
        made.submission = job.name
        made.seed = int(named.get("--hypothesis-seed", 1))
        made.profile = named.get("--hypothesis-profile", "student")
        work = job.submission
        made.score = len((work / "affine.py").read_text()) if work.is_dir() else 1
        job.report.write_text("page")
        grade_file.write(made, job.result)

    def run(*paths, options=(), assignment=toy, out=tmp_path / "out", session=session):
        found = hand_ins.named(paths, assignment.spec, out)
        grader = grading.Grader(assignment, list(options), "en")
        grading.into(out, grader, found, session, 1)
        return "".join(capsys.readouterr()), rows(out)

    return run


def rows(out):
    with (out / roll.GRADEBOOK).open(encoding="utf-8-sig", newline="") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


def scores(found):
    return {name: row["score"] for name, row in found.items()}


def text(length):
    return "#" * length


@pytest.fixture
def three(tmp_path):
    files = {f"{name}/affine.py": text(n) for n, name in enumerate(("ann", "bob", "cho"), 1)}
    return write(tmp_path / "class", files)


def test_grading_one_again_keeps_the_rows_of_the_others(graded, three, tmp_path):
    _, whole = graded(three)
    assert scores(whole) == {"ann": "1", "bob": "2", "cho": "3"}
    (three / "bob" / "affine.py").write_text(text(9))
    said, part = graded(three / "bob")
    assert scores(part) == {"ann": "1", "bob": "9", "cho": "3"}
    assert {name: row for name, row in part.items() if name != "bob"} == {
        name: row for name, row in whole.items() if name != "bob"
    }
    page = (tmp_path / "out" / roll.OVERVIEW).read_text("utf-8")
    assert "a class of 3" in page and "Seed 1, profile student, isolation A." in page
    assert "graded with" not in said
    assert graded(three / "ann", three / "bob")[1] == part
    assert graded(three)[1] == part


def test_without_a_roll_every_result_has_its_row(graded, three, tmp_path):
    """As after a run that was killed, or where only what is not hidden was copied."""
    _, whole = graded(three)
    (tmp_path / "out" / roll.ROLL).unlink()
    (tmp_path / "out" / "notes").mkdir()
    assert graded(three / "bob")[1] == whole


def test_one_of_a_class_is_one_submission_whatever_it_holds(graded, three):
    write(three / "dan", {"code/affine.py": text(5), "a/README": "", "b/README": ""})
    _, whole = graded(three)
    assert graded(three / "dan")[1] == whole
    assert graded(three / ".." / "class" / "dan")[1] == whole
    assert list(whole) == ["ann", "bob", "cho", "dan"]


def test_rows_of_another_seed_are_named_and_marked(graded, three, tmp_path):
    graded(three)
    said, part = graded(three / "bob", options=["--hypothesis-seed=7"])
    assert {name: row["seed"] for name, row in part.items()} == {"ann": "1", "bob": "7", "cho": "1"}
    assert {(row["profile"], row["isolation"]) for row in part.values()} == {("student", "A")}
    assert "graded with another seed or profile before, and these results are replaced: " in said
    assert "replaced: bob (seed 1, profile student)\n" in said
    assert "grade them again: ann (seed 1, profile student), cho (seed 1, profile student)" in said
    page = (tmp_path / "out" / roll.OVERVIEW).read_text("utf-8")
    assert "Not all were graded with the same seed, profile and isolation" in page
    assert "<td>Seed 7, profile student, isolation A.</td>" in page
    said, whole = graded(three, options=["--hypothesis-seed=7"])
    assert {row["seed"] for row in whole.values()} == {"7"}
    assert "not to be compared" not in said
    assert "replaced: ann (seed 1, profile student), cho (seed 1, profile student)\n" in said


def test_of_many_names_a_few_are_said(graded, tmp_path):
    root = write(tmp_path / "class", {f"s{n:02}/affine.py": text(n) for n in range(12)})
    graded(root)
    said, _ = graded(root, options=["--hypothesis-seed=7"])
    assert "s09 (seed 1, profile student), + 2\n" in said


def test_a_result_of_another_sheet_has_no_place_in_these_pages(graded, three, tmp_path):
    graded(three)
    shutil.copytree(TOY, tmp_path / "course")
    spec = tmp_path / "course" / "spec" / "affine.toml"
    for before in ("points = 6", "points = 4"):
        assert before in spec.read_text()
        spec.write_text(spec.read_text().replace(before, "points = 5"))
    _, part = graded(three / "ann", assignment=Assignment(tmp_path / "course"))
    assert {name: row["status"] for name, row in part.items()} == {
        "ann": "graded", "bob": "outdated", "cho": "outdated",
    }  # fmt: skip
    assert part["bob"]["score"] == ""
    assert part["bob"]["summary"].startswith("The result is of a sheet with other claims or points")


def test_two_of_one_name_keep_theirs_whoever_is_there_or_named(graded, tmp_path):
    root = write(tmp_path / "class", {"jane.zip": {"affine.py": RIGHT}})
    assert scores(graded(root)[1]) == {"jane": "1"}
    write(root / "jane", {"affine.py": text(5)})
    expected = {"jane": "1", "jane-2": "5"}
    for paths in ([root], [root / "jane"], [root / "jane.zip"], sorted(root.iterdir())):
        assert scores(graded(*paths)[1]) == expected
    moved = root.rename(tmp_path / "moved")
    assert scores(graded(moved)[1]) == expected
    assert scores(graded(moved / "jane")[1]) == expected
    shutil.rmtree(moved / "jane")
    assert scores(graded(moved)[1]) == {"jane": "1"}


def test_the_exports_know_a_result_by_its_directory(graded, toy, tmp_path):
    root = write(tmp_path / "class", {"jane/affine.py": text(5), "jane.zip": {"affine.py": RIGHT}})
    _, found = graded(root)
    for path in (tmp_path / "out").glob("*/grade.json"):  # as of a version that knew no names
        made = grade_file.read(path)
        made.submission = "jane"
        grade_file.write(made, path)
    for typed in ([tmp_path / "out"], sorted((tmp_path / "out").glob("*/grade.json"))):
        code, table = export("nbgrader", *typed)
        assert code == 0
        read = {row["student_id"]: row["score"] for row in csv.DictReader(table.splitlines())}
        assert read == scores(found) == {"jane": "5", "jane-2": "1"}
        assert export("gradescope", *typed, "-o", tmp_path / "files")[0] == 0
        written = {path.parent.name for path in (tmp_path / "files").glob("*/results.json")}
        assert written == {"jane", "jane-2"}


def test_who_has_withdrawn_or_was_renamed_is_in_no_page_and_no_export(graded, three, tmp_path):
    graded(three)
    shutil.rmtree(three / "ann")
    (three / "cho").rename(three / "zoe")
    assert list(graded(three / "bob")[1]) == ["bob"]
    assert list(graded(three)[1]) == ["bob", "zoe"]
    assert (tmp_path / "out" / "ann" / "grade.json").is_file()
    code, said = export("nbgrader", tmp_path / "out")
    gone = f"is left out. {tmp_path}/out/gradebook.csv does not list it: it has been withdrawn, or"
    assert code == 0 and f"ann {gone}" in said and f"cho {gone}" in said
    assert [line.split(",")[3] for line in said.splitlines() if line.startswith("toy,")] == [
        "bob",
        "zoe",
    ]
    code, said = export("junit", tmp_path / "out" / "ann")
    assert code == 2 and "no result is left to export" in said


def test_a_class_that_has_moved_as_a_whole_loses_no_row(graded, three, tmp_path):
    _, whole = graded(three)
    three.rename(tmp_path / "moved")
    assert graded(tmp_path / "moved" / "ann")[1] == whole


def test_a_fault_of_the_grader_is_neither_graded_nor_exported(graded, three, tmp_path):
    graded(three)

    def broken(*_):
        raise OSError("the disk is full")

    (three / "bob" / "affine.py").write_text(text(7))
    graded(three / "bob", session=broken)
    assert json.loads((tmp_path / "out" / "bob" / "grade.json").read_bytes())["score"] == 2
    code, said = export("nbgrader", tmp_path / "out")
    assert code == 0 and "bob is left out. " in said and "the disk is full" in said
    _, part = graded(three / "ann")
    assert part["bob"]["status"] == "grader fault"
    assert "the disk is full" in part["bob"]["summary"]


def test_a_class_in_which_nobody_could_be_graded_leaves_its_pages(graded, three, tmp_path):
    def broken(*_):
        raise OSError("the disk is full")

    _, whole = graded(three)
    said, after = graded(three, options=["--hypothesis-seed=7"], session=broken)
    assert after == whole
    assert "out/index.html and " in said
    assert "out/gradebook.csv stay as they were: nobody could be graded.\n" in said


def test_a_directory_without_results_is_refused(tmp_path):
    code, said = export("nbgrader", tmp_path)
    assert code == 2
    assert f"{tmp_path} holds no results" in said


def export(*arguments):
    """The exit code, and what is said, in one line where it is a refusal."""
    done = CliRunner().invoke(main.main, ["export", "--lang=en", *map(str, arguments)])
    output = done.output.replace("│", " ")
    return done.exit_code, " ".join(output.split()) if done.exit_code else output


@pytest.mark.parametrize(
    "key, details, english, chinese",
    [
        ("class_with", {"name": "a", "seed": 1, "profile": "p"}, "a (seed 1,", "a（种子 1，"),
        ("class_replaced", {"names": "a"}, "are replaced: a", "已被替换：a"),
        ("class_mixed", {"names": "a"}, "grade them again: a", "请重新评分：a"),
        ("assignment_fault", {"why": "W"}, "can't be used: W;", "本身无法使用：W；"),
        ("collecting_ended", {"tests": "t", "code": 1}, "collecting t ended", "收集 t 时进程"),
        ("class_other_sheet", {}, "of a sheet with other claims", "命题或分值不同的作业题"),
        ("class_no_result", {}, "is no longer there", "结果已不存在"),
        (
            "class_as_it_was", {"overview": "o", "gradebook": "g"},
            "o and g stay as they were", "o 和 g 保持不变",
        ),
        ("class_made_differently", {}, "Not all were graded with", "并非全部使用相同的"),
        ("class_graded_with", {}, "Graded with", "评分设置"),
        (
            "class_made_with", {"seed": 1, "profile": "p", "level": "A"},
            "Seed 1, profile p, isolation A.", "随机种子 1，配置 p，隔离级别 A。",
        ),
        ("hand_in_again", {"modules": "a.py"}, "Or hand in again: a directory", "也可以重新提交"),
        ("export_unlisted", {"gradebook": "g"}, "g does not list it", "g 中没有这份作业"),
    ],
)  # fmt: skip
def test_it_is_said_in_both_languages(key, details, english, chinese):
    assert english in Sentences("en")(key, **details)
    assert chinese in Sentences("zh")(key, **details)
