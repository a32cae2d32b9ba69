"""`claimgrade validate`, as a course author types it, and the trials that it is made of."""

import os
import shutil
import sys
from functools import partial

import pytest
from support.toy import TOY

from claimgrade import defaults
from claimgrade.assignment import specimens
from claimgrade.assignment.root import Assignment
from claimgrade.assignment.spec import SpecError
from claimgrade.diagnosis import loaded
from claimgrade.properties import claims, drawing
from claimgrade.validation import subjects, trials
from claimgrade.validation.run import prove

ITS_TESTS = {"conftest", "pictures", "test_affine"}  # modules, of the toy and of its copies


@pytest.fixture
def course(tmp_path):
    """A copy of the toy, to be changed."""
    return shutil.copytree(TOY, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))


@pytest.fixture
def apart():
    """Tests of an assignment are collected in this process."""
    with loaded.apart(ITS_TESTS):
        yield


@pytest.fixture
def validate(run):
    def command(assignment, *options):
        return run("claimgrade", "validate", f"--assignment={assignment}", *options)

    return command


def add(course, kind, name, body, *loses):
    """A specimen of the slope."""
    text = f'"""Odd.\n\n奇怪。\n"""\n\nLOSES = {list(loses)}\n\n\ndef slope(A):\n    {body}\n'
    (course / "specimens" / kind / "affine" / f"{name}.py").write_text(text, "utf-8")


SLOPE = "1b-slope"
NEEDY = '"""Needs more.\n\n要更多的包。\n"""\n\nNEEDS = ["nowhere"]\n\nimport nowhere\n'


def test_the_toy_holds(validate):
    session = validate(TOY)
    assert session.code == 0, session.output
    assert "2 wheats, 2 chaffs" in session.output and "1 seed." in session.output
    assert "No surprise" in session.output
    page = (session.directory / "proof.html").read_text("utf-8")
    assert "slope_transposed: 1b-slope lost at example" in page


def test_a_surprise_is_told_for_each_seed_and_in_the_end_and_ends_with_1(validate, course):
    add(course, "chaffs", "odd", "return A.copy()", SLOPE)
    (course / "specimens/wheats/affine/needy.py").write_text(NEEDY, "utf-8")
    session = validate(course, "--seeds=2")
    assert session.code == 1, session.output
    seeds = defaults.SEED, defaults.SEED + 1
    for seed in seeds:
        told = f"seed {seed}: survivor: affine/odd keeps 1b-slope with seed {seed}"
        assert told in session.output
    assert "\nsurvivor: affine/odd keeps 1b-slope with seed {}, {}".format(*seeds) in session.output
    said = "Specimens left out, for they need packages that are not here: nowhere."
    assert said in session.output
    assert said in (session.directory / "proof.html").read_text("utf-8")


@pytest.mark.usefixtures("apart")
def test_every_specimen_that_surprises_is_told_and_no_other(course, monkeypatch):
    monkeypatch.setattr(defaults, "CALL", 0.2)
    add(course, "chaffs", "survivor", "return A.copy()", SLOPE)
    add(course, "wheats", "alarm", "return A + 1")
    add(course, "chaffs", "other", "return A + 1", "1a-affine")
    add(course, "chaffs", "ends", "import os; os._exit(0)", SLOPE)
    add(course, "chaffs", "interrupts", "raise KeyboardInterrupt", SLOPE)
    add(course, "chaffs", "hangs", "while True: pass", SLOPE)
    refused = NEEDY.replace("import nowhere", "return")
    (course / "specimens/chaffs/affine/unreadable.py").write_text(
        refused.replace("NEEDS", f"LOSES = ['1a-affine', '{SLOPE}']\n_"), "utf-8"
    )
    told = []
    proof = prove(Assignment(course), [1], 2, lambda done, of: told.append((done, of)))
    assert {(one.kind, one.sentence.partition(",")[0]) for one in proof.surprises} == {
        ("survivor", "affine/survivor keeps 1b-slope with seed 1"),
        ("false alarm", "affine/alarm is correct"),
        ("survivor", "affine/other keeps 1a-affine with seed 1"),
        ("wrong attribution", "affine/other loses 1b-slope"),
        ("wrong attribution", "affine/ends loses 1a-affine"),
        ("wrong attribution", "affine/interrupts loses 1a-affine"),
    }
    count = len(subjects.every(Assignment(course)))
    assert told == [(done, count) for done in range(1, count + 1)]


ODD = {  # what stands in the place of a property's last line
    "test_f_of_x_is_Ax_plus_b": "agree(0 * student.affine.affine(A, b, x), 0 * b)",
    "test_f_of_zero_is_b": "agree(student.affine.affine(A, b, 0 * x), b, 0 if A.any() else -1)",
    "test_affine_keeps_its_contract": (
        "assert student.affine.affine(A, b, x)[0] in (0, (A @ x + b)[0], A[0] @ x)"
    ),
    "test_the_slope_is_A": (
        "agree(student.affine.slope(A), A); [0 / 1 for _ in A if A.any() or A.size > 1][0]"
    ),
    "test_slope_keeps_its_contract": (
        "agree([1] if A.size == 1 and student.affine.slope(A) != A else student.affine.slope(A), A)"
    ),
}


@pytest.mark.usefixtures("apart")
def test_whatever_a_property_raises_but_a_verdict_is_told_and_points_for_the_form_alone(course):
    """On the reference and on wrong answers, also where only shrinking would meet it."""
    tests = course / "tests/test_affine.py"
    lines = tests.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        for name in (name for name in ODD if line.startswith(f"def {name}(")):
            end = next(n for n in range(number, len(lines)) if lines[n].startswith("    agree("))
            lines[end] = f"    {ODD[name]}"
    tests.write_text("\n".join(lines) + "\n", "utf-8")
    told = {}
    for one in prove(Assignment(course), [1], 2).surprises:
        told.setdefault(one.kind, []).append(one.sentence)
    assert "an array of zeros, whatever is asked, earns 1a-affine/f_of_x_is_Ax_plus_b" in "".join(
        told["points for nothing"]
    )
    faults = "\n".join(told["internal grader error"])
    for expected in (
        "f_of_zero_is_b raises ValueError: a property compared within -1",
        "affine_keeps_its_contract raises AssertionError: assert ",
        "the_slope_is_A raises IndexError: list index out of range, at tests/test_affine.py:",
        "slope_keeps_its_contract raises ValueError: a property compared shapes (1,) and (1, 1)",
    ):
        assert expected in faults, faults
    assert "(seed 1): A = [[0.0]]" in faults
    assert "surviving mutant" in told  # for a fault catches nothing


def test_a_spec_that_contradicts_its_tests_is_told(validate, course):
    tests = course / "tests/test_affine.py"
    tests.write_text(tests.read_text("utf-8").replace("f(0) = b.", "f(0) is b."), "utf-8")
    session = validate(course)
    assert session.code == 2
    assert "the docstring and spec/text/en.toml must be one sentence" in session.output


@pytest.mark.usefixtures("apart")
def test_tests_that_cannot_be_collected_are_told(course):
    (course / "tests/test_affine.py").write_text("import nowhere\n")
    with pytest.raises(SpecError, match=r"can't be collected[^$]*No module named 'nowhere'"):
        prove(Assignment(course), [1], 1)


# a trial, and the plain way to the same


@pytest.fixture
def suite(toy, apart):
    return trials.Suite(toy, claims.collect(toy), seed=defaults.SEED, count=defaults.EXAMPLES)


def plainly(suite, student):
    """The first case that each property fails on: each is run, in this process, until it fails."""
    return {
        key: next(
            (
                n
                for n, case in enumerate(suite.cases[key], 1)
                if not suite._bench.holds(attempt, case, student)
            ),
            None,
        )
        for key, run in suite._properties.items()
        for attempt in [drawing.trying(run, student)]
    }


def test_a_trial_finds_what_plain_runs_find(suite, toy, student_of, tmp_path):
    """With the reference's answers known, and only those asked again that it may differ in."""
    known = {one.name: one for kind in KINDS for one in specimens.find(toy, kind)}
    laid_out = [one for one in subjects.every(toy) if one.kind != "form"]
    for trial in suite.try_all(laid_out, jobs=2):
        home = tmp_path / trial.subject.name.replace("/", "-")
        home.mkdir()
        specimen = known.get(trial.subject.name)
        lay_out = partial(specimens.assemble, toy, specimen) if specimen else trial.subject.lay_out
        with loaded.apart({"affine", "correct", "submission"}):
            found = plainly(suite, student_of(lay_out(home)))
        kills = {key: number for key, number in found.items() if number}
        if trial.subject.kind == "mutant":
            first = {key: number for key, number in trial.kills.items() if number}
            assert len(first) <= 1 and first.items() <= kills.items() and bool(first) == bool(kills)
        else:
            assert {key: n for key, n in trial.kills.items() if n} == kills, trial.subject.name


KINDS = "wheats", "chaffs"


def test_a_trial_finds_what_a_session_finds(suite, toy, grade_toy):
    """Of one hand-in with the mistakes of both chaffs."""
    texts = [one.path.read_text("utf-8") for one in specimens.find(toy, "chaffs")]
    grade = grade_toy("\n".join(texts), "--in-process").grade()
    failed = {p.id for claim in grade.claims for p in claim.properties if p.verdict != "holds"}
    chaffs = [one for one in subjects.every(toy) if one.kind == "chaff"]
    killed = [
        "/".join(key)
        for trial in suite.try_all(chaffs, jobs=2)
        for key, number in trial.kills.items()
        if number
    ]
    assert set(killed) == failed != set()


def test_what_the_reference_answers_is_not_asked_of_a_subject(suite, toy):
    """A chaff of one function has no part in the properties that ask for others."""
    [chaff] = [one for one in subjects.every(toy) if one.name == "affine/slope_transposed"]
    [trial] = suite.try_all([chaff], jobs=1)
    assert {claim for claim, _ in trial.kills} == {SLOPE}


def test_a_mutant_that_ends_the_process_it_shares_is_lost_alone(suite, toy):
    mutants = [one for one in subjects.every(toy) if one.kind == "mutant"][: trials.TOGETHER]
    apart = {
        trial.subject.name: trial.kills for one in mutants for trial in suite.try_all([one], 1)
    }

    def lay_out(home):
        (home / "affine.py").write_text("import os\nos._exit(0)\n", "utf-8")
        return home

    ends = mutants[1]._replace(name="ends", lay_out=lay_out)
    together = {trial.subject.name: trial.kills for trial in suite.try_all([ends, *mutants], 1)}
    assert set(together.pop("ends").values()) == {1}
    assert together == apart
    assert len(apart) > 2


def test_a_specimen_that_ends_its_process_is_tried_once(suite, toy, tmp_path):
    [chaff] = [one for one in subjects.every(toy) if one.name == "affine/slope_transposed"]

    def lay_out(home):
        with (tmp_path / "tried").open("a") as tried:
            tried.write("once\n")
        os._exit(0)

    [trial] = suite.try_all([chaff._replace(lay_out=lay_out)], 1)
    assert set(trial.kills.values()) == {1}
    assert (tmp_path / "tried").read_text() == "once\n"


def test_nothing_of_the_reference_stays_in_this_process(toy, apart):
    functions = claims.collect(toy)
    before, path = dict(sys.modules), list(sys.path)
    trials.Suite(toy, functions, seed=1, count=1)
    assert (sys.modules, sys.path) == (before, path)


@pytest.mark.usefixtures("apart")
def test_a_reference_that_fails_is_told(course):
    """Its failing case is tried as any other."""
    reference = course / "reference/affine.py"
    reference.write_text(reference.read_text("utf-8").replace("dtype=float)", "dtype=float) + 1j"))
    proof = prove(Assignment(course), [1], 2)
    alarms = [one.sentence for one in proof.surprises if one.kind == "false alarm"]
    assert any("reference is correct, but fails 1b-slope/the_slope_is_A" in one for one in alarms)
