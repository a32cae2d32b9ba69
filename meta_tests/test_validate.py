"""`claimgrade validate`, as a course author types it."""

import shutil

import pytest

from claimgrade import properties, trials
from claimgrade.launch import DEFAULT_SEED
from claimgrade.validate import EXAMPLES
from conftest import TOY


@pytest.fixture
def course(tmp_path):
    """A copy of the toy, to be changed."""
    return shutil.copytree(TOY, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))


@pytest.fixture
def validate(run):
    def command(assignment, *options):
        return run("claimgrade", "validate", f"--assignment={assignment}", *options)

    return command


def test_the_toy_holds(validate):
    session = validate(TOY, "--seeds=3")
    assert session.code == 0, session.output
    assert "3 seeds." in session.output
    assert "No surprise" in session.output
    page = (session.directory / "proof.html").read_text("utf-8")
    assert "slope_transposed: 1b-slope lost at example" in page


CHAFF = (
    '"""Wrong now and then.\n\n有时是错的。\n"""\n\nLOSES = ["1b-slope"]\n\n\ndef slope(A):\n    '
)


@pytest.mark.parametrize(
    "kind, text, surprise",
    [
        ("chaffs", CHAFF + "return A.copy()\n", "survivor: affine/odd keeps 1b-slope with seed"),
        ("wheats", CHAFF.replace('LOSES = ["1b-slope"]', "") + "return A + 1\n", "false alarm: "),
        (
            "chaffs",
            CHAFF.replace("1b-slope", "1a-affine") + "return A + 1\n",
            "wrong attribution: affine/odd loses 1b-slope, which it does not name, by the_slope",
        ),
    ],
)
def test_a_surprise_ends_with_1(validate, course, kind, text, surprise):
    (course / "specimens" / kind / "affine" / "odd.py").write_text(text)
    session = validate(course)
    assert session.code == 1, session.output
    assert surprise in session.output


def test_of_several_seeds_each_is_told_when_it_is_done(validate, course):
    (course / "specimens/chaffs/affine/odd.py").write_text(CHAFF + "return A.copy()\n")
    session = validate(course, "--seeds=2")
    for seed in (DEFAULT_SEED, DEFAULT_SEED + 1):
        assert (
            f"seed {seed}: survivor: affine/odd keeps 1b-slope with seed {seed}" in session.output
        )


def test_what_needs_an_absent_package_is_named(validate, course):
    text = '"""Needs more.\n\n要更多的包。\n"""\n\nNEEDS = ["nowhere"]\n\nimport nowhere\n'
    (course / "specimens/wheats/affine/needy.py").write_text(text)
    session = validate(course)
    assert session.code == 0, session.output
    said = "Specimens left out, for they need packages that are not here: nowhere."
    assert said in session.output
    assert said in (session.directory / "proof.html").read_text("utf-8")


@pytest.mark.parametrize(
    "body", ["import os; os._exit(0)", "raise KeyboardInterrupt", "while True: pass"]
)
def test_a_specimen_that_ends_or_hangs_has_lost_everything(validate, course, body):
    (course / "specimens/chaffs/affine/odd.py").write_text(CHAFF + body + "\n")
    session = validate(course)
    assert "affine/odd keeps" not in session.output


def test_a_spec_that_contradicts_its_tests_is_told(validate, course):
    tests = course / "tests/test_affine.py"
    tests.write_text(tests.read_text("utf-8").replace("f(0) = b.", "f(0) is b."), "utf-8")
    session = validate(course)
    assert session.code == 2
    assert "the docstring and spec/text/en.toml must be one sentence" in session.output


def test_tests_that_cannot_be_collected_are_told(validate, course):
    (course / "tests/test_affine.py").write_text("import nowhere\n")
    session = validate(course)
    assert session.code == 2
    assert "can't be collected" in session.output and "No module named 'nowhere'" in session.output


def test_what_a_trial_finds_is_what_a_session_finds(toy, grade_toy, tmp_path):
    suite = trials.Suite(toy, properties.collect(toy), seed=DEFAULT_SEED, count=EXAMPLES)
    chaffs = [one for one in trials.subjects(toy) if one.kind == "chaff"]
    for trial in suite.try_all(chaffs, jobs=2):
        home = tmp_path / trial.subject.name.replace("/", "-")
        home.mkdir()
        grade = grade_toy(trial.subject.lay_out(home), "--in-process").grade()
        failed = {p.id for claim in grade.claims for p in claim.properties if p.verdict != "holds"}
        assert {"/".join(key) for key, example in trial.kills.items() if example} == failed
