"""pytest, typed in a student's directory: nothing that lies there runs before the grading."""

import shutil
import sys

import pytest
from support.sessions import interrupted
from support.toy import RIGHT, TOY

from claimgrade.session import launch

FORGES = "print('Well done: 100 of 100 points')\nimport sys\nprint('100 of 100', file=sys.stderr)\n"
CONFTESTS = {
    "prints": FORGES,
    "ends": FORGES + "import os\nos._exit(0)\n",
    "raises": "raise RuntimeError('100 of 100')\n",
    "patches": "import subprocess\nsubprocess.Popen.wait = lambda *_: 0\nprint('100 of 100')\n",
    "hooks": "def pytest_cmdline_main(config):\n    print('100 of 100')\n    return 0\n",
}


@pytest.fixture
def homework(tmp_path):
    """A copy of the toy's template, nothing of it done, with a pytest.ini of its own."""
    return shutil.copytree(TOY / "student_template", tmp_path / "homework")


@pytest.mark.parametrize("kind", CONFTESTS)
def test_a_conftest_beside_the_work_or_below_is_not_loaded(run, homework, kind):
    (homework / "tests").mkdir()
    for place in (homework, homework / "tests"):
        (place / "conftest.py").write_text(CONFTESTS[kind])
    session = run("pytest", f"--assignment={TOY}", cwd=homework)
    assert "0 of 10 points" in session.output
    assert "100 of 100" not in session.output
    assert session.code == 1


@pytest.mark.parametrize("kind", CONFTESTS)
def test_a_conftest_above_the_assignment_is_not_loaded(run, homework, tmp_path, kind):
    course = shutil.copytree(TOY, tmp_path / "courses" / "toy")
    (course.parent / "conftest.py").write_text(CONFTESTS[kind])
    session = run("pytest", f"--assignment={course}", cwd=homework)
    assert "0 of 10 points" in session.output
    assert "100 of 100" not in session.output
    assert session.code == 1


def test_a_conftest_may_still_be_the_students_own_tests(run, homework):
    (homework / "conftest.py").write_text("import pytest\n@pytest.fixture\ndef n(): return 3\n")
    (homework / "test_mine.py").write_text("def test_mine(n): assert n == 3\n")
    assert "1 passed" in run("pytest", "test_mine.py", cwd=homework).output


def test_options_and_exit_codes_pass_through(run, homework):
    (homework / "conftest.py").write_text(FORGES)
    (homework / "affine.py").write_text(RIGHT.replace("A @ x + b", "A @ x"))
    some = run("pytest", f"--assignment={TOY}", "-k", "slope", cwd=homework)
    assert (some.code, "4 of 10 points" in some.output) == (0, True), some.output
    shared = run("pytest", f"--assignment={TOY}", "-n2", cwd=homework)
    assert (shared.code, "4 of 10 points" in shared.output) == (1, True), shared.output
    wrong = run("pytest", f"--assignment={TOY}", "--no-such-option", cwd=homework)
    assert (wrong.code, "unrecognized arguments: --no-such-option" in wrong.output) == (4, True)


def test_a_plugin_that_happens_to_be_installed_has_no_say(run, homework):
    """xdist, which is here; what is named by hand is loaded."""
    grade = ["pytest", f"--assignment={TOY}", "--trace-config", "--collect-only"]
    loaded = [run(*grade, *named, cwd=homework).output for named in ([], ["-p", "xdist"])]
    assert ["'xdist.plugin'" in names for names in loaded] == [False, True]
    assert all(f"<module '{name}'" in names for names in loaded for name in launch.PLUGINS.values())


def test_a_work_named_in_two_words_is_no_path_to_tests(run, homework):
    mark = homework.parent / "mark"
    for name in ("conftest.py", "test_mine.py"):
        (homework / name).write_text(f"open({str(mark)!r}, 'w')\n")
    session = run("pytest", "--student", "homework", "--assignment", TOY, cwd=homework.parent)
    assert "0 of 10 points" in session.output
    assert not mark.exists()


def test_no_other_tests_run_beside_a_grading(run, homework):
    (homework / "test_mine.py").write_text(FORGES)
    session = run("pytest", "--student=.", f"--assignment={TOY}", "test_mine.py", cwd=homework)
    assert "test_mine.py: a work that is graded meets the assignment's own tests" in session.output
    assert ("100 of 100" in session.output, session.code) == (False, 4)


def test_help_and_version_grade_nothing(run, homework):
    told = run("pytest", "--help", cwd=homework)
    assert (told.code, "--student=PATH" in told.output) == (0, True)
    for option in ("--version", "-VV"):
        told = run("pytest", option, cwd=homework)
        assert (told.code, "points" in told.output) == (0, False)


def test_ctrl_c_ends_the_grading_and_shows_what_it_has(homework):
    (homework / "affine.py").write_text("def affine(A, b, x):\n    while True:\n        pass\n")
    (homework / "conftest.py").write_text(FORGES)
    command = [sys.executable, "-m", "pytest", f"--assignment={TOY}", "--deadlines=60,60,60"]
    code, output = interrupted(command, homework)
    assert code == 2, output
    assert "An affine map: 0 of 10 points" in output
    assert any(row.startswith("1a, 1b ") and row.endswith("not run") for row in output.splitlines())
    assert "Traceback" not in output
    assert "100 of 100" not in output
