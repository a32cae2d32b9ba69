"""Whole sessions on the toy assignment, as a student or an author meets them."""

import os
import shlex
import shutil

import pytest
from support.sessions import XDIST
from support.toy import RIGHT, ROOT, TOY

from claimgrade.session.hooks import Grading


def test_a_right_hand_in_gets_every_point(grade_toy):
    session = grade_toy(RIGHT)
    assert session.code == 0
    assert "An affine map: 10 of 10 points" in session.output
    toy = f"--assignment={shlex.quote(os.path.relpath(TOY, session.directory))}"
    again = f"pytest {toy} --student=work "
    assert again in session.output
    result = session.grade()
    assert (result.score, result.max_score, result.verdicts) == (10, 10, {"holds"})
    assert result.submission == "work"
    assert result.isolation in ("A", "B", "C")
    assert result.examples == 25
    assert all(p.examples >= 25 for claim in result.claims for p in claim.properties)


def test_the_untouched_template_is_missing_and_invites_to_start(grade_toy):
    session = grade_toy(TOY / "student_template", "--score-html=score.html")
    assert session.code == 1
    assert session.grade().verdicts == {"missing"}
    assert "0 of 10 points" in session.output
    assert "Start with affine.py: affine" in session.output
    page = (session.directory / "score.html").read_text("utf-8")
    assert "Start with affine.py: affine" in page
    for text in (session.output, page):
        assert "Traceback" not in text and "Error:" not in text


def test_a_missing_function_costs_its_own_properties_only(grade_toy):
    session = grade_toy("def affine(A, b, x):\n    return A @ x + b\n")
    held, missing = session.grade().claims
    assert (held.points, missing.verdict) == (6, "missing")
    assert "not implemented yet" in session.output


@pytest.mark.parametrize(
    "text, message",
    [
        (
            f"raise RuntimeError('no')\n{RIGHT}",
            "affine is not there: affine.py stopped at line 1, before it: RuntimeError: no",
        ),
        (
            "def affine(A, b, x)\n    pass",
            "affine is not there: affine.py stopped at line 1, before it: SyntaxError",
        ),
        (RIGHT.replace("A @ x + b", "'A @ x + b'"), "affine returned str; numbers are expected."),
        (RIGHT.replace("return A @ x + b", "pass"), "affine returned None; is a return"),
        (RIGHT.replace("A @ x + b", "A @ x * float('nan')"), "affine returned NaN or infinity"),
        (
            RIGHT.replace("A @ x + b", "(A @ x)[:, None]"),
            "affine returned shape (3, 1); (m,) = (3,",
        ),
        (RIGHT.replace("A @ x + b", "(v for v in x)"), "affine returned generator; numbers,"),
        (
            RIGHT.replace("A @ x + b", "[[0.0] * 1200] * 1200"),
            "affine returned list, more than 8",
        ),
        (RIGHT.replace("A @ x + b", "b + exit()"), "affine raised SystemExit"),
    ],
)
def test_whatever_is_handed_in_gets_a_full_result(grade_toy, text, message):
    session = grade_toy(text, "--score-html=score.html", "--html=pytest.html")
    assert session.code == 1
    result = session.grade()
    assert [len(claim.properties) for claim in result.claims] == [3, 2]
    assert result.claims[0].points == 0
    failures = [part.failure for claim in result.claims for part in claim.properties]
    assert failures[0].message.startswith(message)
    assert message in " ".join(session.output.split())
    assert "claimgrade/" not in session.output
    for page in ("score.html", "pytest.html"):
        assert (session.directory / page).stat().st_size > 2000


def test_a_wrong_answer_shows_required_and_yours_on_a_small_input(grade_toy):
    session = grade_toy(RIGHT.replace("A.copy()", "A.T * 1.0"), "-k", "slope")
    assert "A = [[1, 2], [3, 4], [5, 6]]" in session.output
    failure = session.grade().claims[1].properties[0].failure
    assert failure.inputs == {"A": [[1, 2], [3, 4], [5, 6]]}
    assert (failure.function, failure.where) == ("affine.slope", "affine.py:5")


def test_what_a_failure_looks_like_is_looked_for_on_further_inputs(grade_toy):
    """On the one that fails this hand-in forgets b, and on no other."""
    wrong = RIGHT.replace("A @ x + b", "A @ x + b * (A.shape != (3, 2))")
    first = grade_toy(wrong).grade().claims[0].properties[0]
    assert (first.verdict, first.failure.looks_like) == ("fails", None)


def test_an_author_names_one_property_by_its_place(run, hand_in, tmp_path):
    course = shutil.copytree(TOY, tmp_path / "course")
    one = "tests/test_affine.py::test_f_of_zero_is_b"
    session = run("pytest", "--assignment=.", f"--student={hand_in(RIGHT)}", one, cwd=course)
    assert (session.code, "1 passed" in session.output) == (0, True), session.output


def test_a_generated_counterexample_is_the_smallest(grade_toy):
    wrong = RIGHT.replace("A.copy()", "A.copy() if A.shape != (2, 2) else 2 * A")
    session = grade_toy(wrong, "--hypothesis-profile=grade")
    failure = session.grade().claims[1].properties[0].failure
    assert sorted(abs(a) for row in failure.inputs["A"] for a in row) == [0, 0, 0, 1]
    assert "(1 of 4 entries differ)" in failure.message


def test_answers_that_come_and_go_are_told(grade_toy):
    wrong = "import itertools\nn = itertools.count()\n" + RIGHT.replace(
        "return A.copy()", "return A + (next(n) % 7 == 3)"
    )
    session = grade_toy(wrong)
    for part in session.grade().claims[1].properties:
        assert part.failure.message.startswith("The same input was right once and wrong once")


@pytest.mark.parametrize(
    "broken, message",
    [
        ("agree(1 / 0, 1,", "ZeroDivisionError"),
        (
            "__import__('claimgrade').require(False, 'no_such_sentence',",
            "Fails: ('no_such_sentence",
        ),
        ("__import__('claimgrade').require(False, 'outside',", "Fails: ('outside', {'what'"),
        ("__import__('pytest').skip('no time'); agree(0, 0,", "Skipped: no time"),
        ("__import__('pytest').xfail('too hard'); agree(0, 0,", "XFailed: too hard"),
        ("agree(A, A,", "it asked the student's code nothing"),
    ],
)
def test_a_broken_property_is_the_graders_fault_and_costs_visibly(
    run, hand_in, tmp_path, broken, message
):
    shutil.copytree(TOY, tmp_path / "course")
    tests = tmp_path / "course" / "tests" / "test_affine.py"
    text = tests.read_text("utf-8")
    tests.write_text(text.replace("agree(student.affine.slope(A), A,", broken))
    session = run(
        "pytest",
        f"--assignment={tmp_path / 'course'}",
        f"--student={hand_in(RIGHT)}",
        "--score-json=grade.json",
    )
    assert session.grade().claims[1].verdict == "grader fault"
    assert "The grader itself failed here; this is not your fault" in session.output
    assert message in session.output


EXCUSED = """
import pytest

@pytest.fixture(autouse=True)
def excuse(request):
    if request.node.name == "test_the_slope_is_A":
        request.node.add_marker(pytest.mark.xfail)
"""


def test_a_property_that_is_excused_while_it_runs_does_not_hold(run, hand_in, tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    (tmp_path / "course" / "conftest.py").write_text((TOY / "conftest.py").read_text() + EXCUSED)
    for name, text in (("right", RIGHT), ("wrong", RIGHT.replace("A.copy()", "-A"))):
        options = [f"--assignment={tmp_path / 'course'}", "--score-json=grade.json"]
        session = run("pytest", f"--student={hand_in(text, name)}", *options)
        excused, other = session.grade().claims[1].properties
        assert excused.verdict == ("grader fault" if name == "right" else "fails")
        assert (other.verdict == "holds") is (name == "right")
    assert "it was excused, not passed" not in session.output


def test_k_keeps_the_maximum(grade_toy):
    session = grade_toy(RIGHT, "-k", "slope")
    result = session.grade()
    assert (result.score, result.max_score) == (4, 10)
    assert result.claims[0].verdict == "not run"
    assert "not run" in session.output


@pytest.mark.parametrize("hints", [0, 1, 3])
def test_hints_are_stepped(grade_toy, hints):
    output = grade_toy(RIGHT.replace("A @ x + b", "A @ x"), f"--hints={hints}").output
    assert output.count("Hint ") == hints


def test_chinese_is_spoken(grade_toy, toy):
    output = grade_toy(RIGHT.replace("A @ x + b", "A @ x"), "--lang=zh").output
    assert "得分 4 / 10" in output
    assert f"提示 1/3    {toy.spec.texts['zh'].claims['1a-affine'].hints[0]}" in output


def test_the_locale_chooses_the_language(run, hand_in):
    work = hand_in(RIGHT)
    session = run("pytest", f"--assignment={TOY}", f"--student={work}", LANG="zh_CN.UTF-8")
    assert "得分 10 / 10" in session.output


def test_everyone_gets_the_same_inputs_whatever_their_files_hold(grade_toy, hand_in):
    log = "seen = open('{}', 'a', buffering=1)\n".format
    recorder = RIGHT.replace(
        "    return A @", "    print(A.tolist(), x.tolist(), file=seen)\n    return A @"
    )

    def seen(name, extra, *options):
        work = hand_in(extra + log(f"{name}.txt") + recorder, name)
        directory = grade_toy(work, "--in-process", *options).directory
        return (directory / f"{name}.txt").read_text()

    first = seen("first", "")
    assert first == seen("second", "NUMBERS = [12345, 0.125, 'text', b'bytes' * 4]\n")
    assert first != seen("third", "", "--hypothesis-seed=7")


@pytest.mark.parametrize("options", [[], ["--hypothesis-profile=grade", "--hypothesis-seed=7"]])
def test_a_failure_is_reproduced_by_the_command_that_is_printed(grade_toy, run, options):
    """One that is so rare that another profile or seed does not find it."""
    wrong = RIGHT.replace("A.copy()", "A.copy() if abs(A.sum()) != 4 else 2 * A")
    session = grade_toy(wrong, *options)
    command = next(line for line in session.output.splitlines() if line.startswith("pytest --"))
    again = run(*shlex.split(command), "--score-json=again.json")
    before = session.grade().claims[1].properties[0].failure
    assert before is not None
    assert again.grade("again.json").claims[1].properties[0].failure == before


def test_an_assignment_without_a_conftest_draws_as_many_cases_as_a_student_is_promised(
    run, hand_in, tmp_path
):
    shutil.copytree(TOY, tmp_path / "course")
    (tmp_path / "course" / "conftest.py").unlink()
    counts = {}
    for profile in ("student", "grade"):
        options = [f"--assignment={tmp_path / 'course'}", f"--hypothesis-profile={profile}"]
        work = f"--student={hand_in(RIGHT, profile)}"
        grade = run("pytest", work, *options, "--score-json=grade.json").grade()
        assert (grade.score, grade.profile) == (10, profile)
        counts[profile] = {p.examples for claim in grade.claims for p in claim.properties}
    assert 100 <= min(counts["student"]) <= max(counts["student"]) < 150
    assert 300 <= min(counts["grade"]) <= max(counts["grade"]) < 350


def test_properties_whose_cases_a_strategy_draws_grade_and_are_validated(run, hand_in, tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    tests = tmp_path / "course" / "tests" / "test_affine.py"
    strategy = "st.binary(min_size=17, max_size=17).map(decode)"
    text = tests.read_text().replace("Cases(17, decode, [A_MAP])", strategy)
    tests.write_text(
        text.replace("import numpy", "from hypothesis import strategies as st\nimport numpy")
    )
    assignment = f"--assignment={tmp_path / 'course'}"
    work = hand_in(RIGHT.replace("return A.copy()", "return abs(A)"))
    grade = run("pytest", f"--student={work}", assignment, "--score-json=grade.json").grade()
    failure = grade.claims[1].properties[0].failure
    assert grade.claims[0].verdict == "holds" and failure.required == [[-2.0]]
    proof = run("claimgrade", "validate", assignment)
    assert (proof.code, "No surprise" in proof.output) == (0, True), proof.output


def test_workers_of_xdist_report_the_same(grade_toy, hand_in):
    work = hand_in(RIGHT.replace("A @ x + b", "A @ x"))
    alone, shared = (grade_toy(work, *options).grade() for options in ([], XDIST))
    for claim, same in zip(alone.claims, shared.claims, strict=True):
        assert claim.points == same.points
        assert [p.failure for p in claim.properties] == [p.failure for p in same.properties]


def test_pytest_in_a_checkout_without_a_student_says_how_to_name_one(run):
    session = run("pytest", cwd=ROOT)
    assert session.code == 4
    assert "no work to grade was named: pytest --student=DIR" in session.output


@pytest.mark.parametrize(
    "options, message",
    [
        (["--student=nobody"], "nobody does not exist: name a directory with affine.py"),
        (["--student=nobody", "--lang=zh"], "nobody 不存在：请指定含有 affine.py 的目录"),
        (
            ["--student=.", "--assignment=nowhere"],
            "is not an assignment: it has no directory spec/",
        ),
    ],
)
def test_a_wrong_path_is_a_usage_error(run, options, message):
    session = run("pytest", f"--assignment={TOY}", *options)
    assert session.code == 4
    assert message in session.output


def test_a_student_types_pytest_in_a_copy_of_the_template(cold, tmp_path):
    work = tmp_path / "homework"
    shutil.copytree(TOY / "student_template", work)
    (work / "affine.py").write_text(RIGHT)
    (work / "strategies.py").write_text("raise RuntimeError('shadows nothing of the grader')\n")
    session = cold("pytest", f"--assignment={TOY}", cwd=work)
    assert session.code == 0
    assert "10 of 10 points" in session.output
    assert "10 of 10 points" in (work / "score.html").read_text("utf-8")


def test_a_students_own_tests_still_run_when_named(run, tmp_path):
    work = tmp_path / "homework"
    shutil.copytree(TOY / "student_template", work)
    (work / "test_mine.py").write_text("def test_mine(): assert True\n")
    session = run("pytest", "test_mine.py", cwd=work)
    assert session.code == 0
    assert "1 passed" in session.output


@pytest.mark.parametrize(
    "old, new, message",
    [
        ('@claim("1b-slope")', '@claim("9z-none")', "the spec has no claim '9z-none'"),
        (
            "def test_f_of_zero_is_b",
            "def test_f_of_one",
            "claim 1a-affine has no property 'f_of_one'",
        ),
        ("def test_f_of_zero_is_b", "def f_of_zero", "no test test_f_of_zero_is_b"),
        ('"""f(0) = b."""', '"""f(0) is b."""', "the docstring and spec/text/en.toml must be one"),
        ('@claim("1b-slope")\n', "", "the test belongs to no claim; mark it @claim(ID)"),
        ('@claim("1b-slope")', "@claim", "write @claim(ID) with the one claim it belongs to"),
        (
            '@claim("1b-slope")',
            '@__import__("pytest").mark.xfail\n@claim("1b-slope")',
            "all of its cases; leave @pytest.mark.xfail away",
        ),
        (
            "@for_all(maps)\ndef test_f_of_zero_is_b(student, A, b, x)",
            "def test_f_of_zero_is_b(student, subtests)",
            "all of its cases; leave the fixture subtests away",
        ),
    ],
)
def test_spec_and_tests_must_name_each_other(run, hand_in, tmp_path, old, new, message):
    shutil.copytree(TOY, tmp_path / "course")
    tests = tmp_path / "course" / "tests" / "test_affine.py"
    tests.write_text(tests.read_text("utf-8").replace(old, new, 1), "utf-8")
    session = run("pytest", f"--assignment={tmp_path / 'course'}", f"--student={hand_in(RIGHT)}")
    assert session.code == 4
    assert message in session.output
    assert "points" not in session.output


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("def decode(raw):", "def decode(raw)", "SyntaxError: expected ':'"),
        ('@claim("1b-slope")', "@claim()", "claim() missing 1 required positional argument"),
        ('@claim("1b-slope")\n', "", "the test belongs to no claim"),
    ],
)
def test_tests_that_cannot_be_used_are_no_students_zero(run, hand_in, tmp_path, old, new, message):
    shutil.copytree(TOY, tmp_path / "course")
    tests = tmp_path / "course" / "tests" / "test_affine.py"
    tests.write_text(tests.read_text("utf-8").replace(old, new, 1), "utf-8")
    work = hand_in(RIGHT)
    session = run("claimgrade", "grade", f"--assignment={tmp_path / 'course'}", work)
    assert session.code == 3
    assert message in session.output
    assert "grader fault" in session.output and "points" not in session.output
    assert not (session.directory / "grade.json").exists()


def test_other_sessions_do_not_pay_for_what_they_do_not_use(cold, tmp_path):
    (tmp_path / "test_light.py").write_text(
        "import sys\n\n"
        "def test_light():\n"
        "    assert not {'numpy', 'hypothesis.core'} & set(sys.modules)\n"
    )
    alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # other plugins import what they like
    assert cold("pytest", "-p", "claimgrade.session.plugin", "test_light.py", **alone).code == 0


def test_a_hand_in_below_the_checkout_configures_nothing(run, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(TOY, course)
    (course / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    work = course / "submissions" / "me"
    work.mkdir(parents=True)
    (work / "affine.py").write_text(RIGHT)
    (work / "test_mine.py").write_text("def test_mine(student):\n    student.last_call = None\n")
    session = run("pytest", f"--assignment={course}", "--student=.", cwd=work)
    assert "10 of 10 points" in session.output
    assert "test_mine" not in session.output


def test_a_students_ini_file_does_not_choose_the_judge(run, hand_in, tmp_path):
    lenient = tmp_path / "lenient"
    shutil.copytree(TOY, lenient)
    work = hand_in("")
    (work / "pytest.ini").write_text(f"[pytest]\nstudent = .\naddopts = --assignment={lenient}\n")
    session = run("pytest", "--score-json=grade.json", cwd=work)
    assert session.grade().assignment == "rnn-sheet"


def test_what_reads_every_attribute_of_the_plugin_makes_no_grade():
    """The oldest pytest does, to find fixtures: a property would be asked before anything ran."""
    found = {name: value for name, value in vars(Grading).items() if not name.startswith("__")}
    assert "pytest_runtest_setup" in found
    assert not {name for name, value in found.items() if not callable(value)}


def test_pdb_means_in_process(grade_toy):
    assert grade_toy(RIGHT, "--pdb").grade().isolation == "none"
