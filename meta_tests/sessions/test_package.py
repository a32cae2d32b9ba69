"""The wheel in an empty environment, from another directory; and a homework begun from it."""

import shutil
import subprocess
import tomllib
import zipfile

import pytest
from support import package
from support.sessions import Session
from support.toy import ROOT, TOY

BUNDLED = "claimgrade/bundled/"
PARTS = ("spec", "reference", "tests", "student_template", "student_template_zh")


@pytest.fixture(scope="module")
def commands(wheel, tmp_path_factory):
    return package.install(wheel, tmp_path_factory.mktemp("environment"))


@pytest.fixture
def typed(commands, tmp_path):
    """Type a command of the installed package, in a directory that has nothing to do with us."""

    def run(*words, cwd=tmp_path):
        done = subprocess.run(
            [commands / words[0], *map(str, words[1:])],
            cwd=cwd,
            env=package.plain_environment(commands),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Session(done.returncode, done.stdout, cwd)

    return run


def contents(folder):
    """Every file of a part of the assignment, with its content."""
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    kept = [path for path in files if not {"__pycache__", ".hypothesis"} & set(path.parts)]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in kept}


def test_the_wheel_carries_the_whole_assignment(wheel):
    required = {"conftest.py": (ROOT / "conftest.py").read_bytes()}
    for part in (*PARTS, "specimens/wheats", "specimens/chaffs"):
        required |= contents(part)
    equivalent = "specimens/equivalent.toml"
    required[equivalent] = (ROOT / equivalent).read_bytes()
    with zipfile.ZipFile(wheel) as archive:
        bundled = {
            name.removeprefix(BUNDLED): archive.read(name)
            for name in archive.namelist()
            if name.startswith(BUNDLED)
        }
    assert bundled == required


def test_a_student_installs_begins_and_grades_what_is_not_begun(typed, tmp_path):
    begun = typed("claimgrade", "new", "homework")
    assert begun.code == 0, begun.output
    assert begun.output == (
        "homework is ready. Fill in its .py files, and type pytest in it, anytime.\n"
    )
    graded = typed("pytest", cwd=tmp_path / "homework")
    assert "0 of 100 points" in graded.output
    assert "Start with" in graded.output
    assert (tmp_path / "homework" / "score.html").is_file()
    assert typed("claimgrade", "new", "--lang=zh", "zuoye").code == 0


def test_a_directory_is_graded_from_another(typed, tmp_path):
    """A part of the sheet, which is graded sooner than all of it."""
    shutil.copy(ROOT / "reference" / "spectrum.py", tmp_path)
    session = typed("claimgrade", "grade", "spectrum.py", "-o", "out")
    told = "spectrum: 22 of 100 points, see out/spectrum/report.html"
    assert told in session.output.splitlines()
    assert "The class is in out/index.html and out/gradebook.csv." in session.output
    assert session.grade("out/spectrum/grade.json").score == 22


def test_new_copies_the_template_and_lays_the_translation_over_it(run, tmp_path):
    assert run("claimgrade", "new", "english").code == 0
    assert run("claimgrade", "new", "chinese", "--lang=zh").code == 0
    assert run("claimgrade", "new", "by_locale", LANG="zh_CN.UTF-8").code == 0
    template, translation = contents("student_template"), contents("student_template_zh")
    english = {name.partition("/")[2]: content for name, content in template.items()}
    chinese = english | {name.partition("/")[2]: content for name, content in translation.items()}
    assert made(tmp_path / "english") == english
    assert made(tmp_path / "chinese") == made(tmp_path / "by_locale") == chinese != english


def made(directory):
    files = [path for path in directory.rglob("*") if path.is_file()]
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in files}


def test_new_takes_the_template_of_another_assignment(run, tmp_path):
    assert run("claimgrade", "new", "work/mine", f"--assignment={TOY}", "--lang=zh").code == 0
    assert set(made(tmp_path / "work" / "mine")) == {"affine.py", "pytest.ini"}


def test_new_goes_into_a_directory_that_has_other_files(run, tmp_path):
    (tmp_path / ".git").mkdir()
    assert run("claimgrade", "new", ".", f"--assignment={TOY}").code == 0
    assert (tmp_path / "affine.py").is_file()


@pytest.mark.parametrize("there", ["homework/affine.py", "homework"])
def test_new_overwrites_nothing(run, tmp_path, there):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine")
    session = run("claimgrade", "new", "homework", f"--assignment={TOY}")
    assert session.code == 2
    assert f"{there} exists, and nothing is overwritten: name a new directory" in session.output
    assert made(tmp_path) == {there: b"mine"}


def test_new_does_not_write_through_a_link(run, tmp_path):
    (tmp_path / "homework").mkdir()
    (tmp_path / "homework" / "affine.py").symlink_to(tmp_path / "elsewhere")
    session = run("claimgrade", "new", "homework", f"--assignment={TOY}")
    assert (session.code, "affine.py exists" in session.output) == (2, True)
    assert not (tmp_path / "elsewhere").exists()


def test_new_says_that_an_assignment_has_no_template(run, tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    shutil.rmtree(tmp_path / "course" / "student_template")
    session = run("claimgrade", "new", "homework", "--assignment=course")
    assert session.code == 2
    assert "has no student_template/ to begin a homework from" in " ".join(session.output.split())


def test_tox_tries_every_python_that_the_package_promises():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = [text.rpartition(":: 3.")[2] for text in project["classifiers"] if ":: 3." in text]
    assert f"[testenv:py3{{{','.join(promised)}}}]" in (ROOT / "tox.ini").read_text("utf-8")
