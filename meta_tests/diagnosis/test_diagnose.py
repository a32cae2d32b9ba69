"""A diagnosis names the misconception that a student has, or none: on the toy, on every chaff."""

import contextlib
import shutil
import sys

import numpy as np
import pytest
from support.toy import TOY

from claimgrade.assignment.root import Assignment
from claimgrade.calls.failures import Crashed, Fails
from claimgrade.calls.heard import FIRST, LAST, MOST_BYTES, Memory
from claimgrade.calls.student import channel_of
from claimgrade.calls.worker import Answer, Raised, Unfit
from claimgrade.diagnosis.catalogue import Catalogue
from claimgrade.diagnosis.diagnose import CLOSE, FAR, Diagnosis, alike, same

A, X = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([1.0, -1.0])
B = np.array([1.0, 0.5, 2.0])
FORGOTTEN = '"""b is forgotten.\n\n忘了 b。\n"""\nLOSES = ["1a-affine"]\n'
WITHOUT_B = FORGOTTEN + "\ndef affine(A, b, x):\n    return A @ x\n"


def chaff(sentence, *lines, function="affine(A, b, x)"):
    """The text of a chaff with this sentence and this body."""
    body = "".join(f"    {line}\n" for line in lines)
    return f'"""{sentence}\n\n{sentence}\n"""\nLOSES = ["1a-affine"]\n\ndef {function}:\n{body}'


@pytest.fixture
def course(tmp_path):
    """The toy with chaffs of ours instead of its own."""

    def make(*chaffs):
        shutil.copytree(TOY, tmp_path / "course")
        directory = tmp_path / "course/specimens/chaffs/affine"
        for own in directory.glob("*.py"):
            own.unlink()
        for place, text in enumerate(chaffs):
            (directory / f"chaff_{place}.py").write_text(text, "utf-8")
        return Assignment(tmp_path / "course")

    return make


@pytest.fixture
def looks_like(course, hand_in, student_of):
    """What a hand-in looks like when its affine has been asked for these; the last answer fails."""

    def say(body, *chaffs, inputs=((A, B, X), (2 * A, B, X), (A, B, 3 * X)), further=()):
        student = student_of(hand_in("import numpy as np\ndef affine(A, b, x):\n    " + body))
        diagnosis = Diagnosis(course(*chaffs), channel_of(student).memory, "en")

        def ask(arguments):
            with contextlib.suppress(Fails, Crashed):
                student.affine.affine.under_contract(*arguments)

        for arguments in inputs:
            ask(arguments)
        attempts = [lambda arguments=arguments: ask(arguments) for arguments in further]
        return diagnosis.recognise(channel_of(student).last_call, attempts)

    return say


@pytest.mark.parametrize(
    "body",
    [
        "return A @ x",
        "return [sum(a * v for a, v in zip(row, x)) for row in A]",
        "return (3 * A) @ x / 3",
        "return A @ x + 1e-15",
    ],
)
def test_the_same_mistake_in_other_words_is_recognised(looks_like, body):
    assert looks_like(body, WITHOUT_B) == "b is forgotten."


@pytest.mark.parametrize(
    "body",
    [
        "return A @ x + b",  # right
        "return A @ x + 1e-6 * b",  # a digit or six away from the chaff
        "return A @ x if x[0] < 3 else A @ x + b",  # wrong in the same way, but not everywhere
        "return (A @ x)[None]",
        "return (A @ x).astype('f4')",
        "return (A @ x).tolist() + [None]",
        "return 'A @ x'",
        "return {'A @ x': A @ x}",
        "return np.zeros((200, 200))",
        "raise ValueError",
        "return object()",
        "pass",
    ],
)
def test_another_mistake_is_not(looks_like, body):
    assert looks_like(body, WITHOUT_B) is None


def test_two_explanations_are_none_unless_they_say_the_same(looks_like):
    also = chaff("x is multiplied by A only.", "return A.dot(x)")
    assert looks_like("return A @ x", WITHOUT_B, also) is None


def test_two_chaffs_with_one_sentence_are_one_explanation(looks_like):
    also = chaff("b is forgotten.", "return A.dot(x)")
    assert looks_like("return A @ x", WITHOUT_B, also) == "b is forgotten."


def test_further_inputs_decide_between_two(looks_like):
    also = chaff("Negative b are forgotten.", "return A @ x + np.minimum(b, 0)")
    also = also.replace("LOSES", "import numpy as np\nLOSES")
    assert looks_like("return A @ x", WITHOUT_B, also, further=[(A, -B, X)]) == "b is forgotten."


def test_further_inputs_clear_a_student(looks_like):
    body = "return A @ x if len(A) == 3 else A @ x + b"
    assert looks_like(body, WITHOUT_B, further=[(A[:2], B[:2], X)]) is None


def test_a_changed_argument_is_part_of_an_answer(looks_like):
    changes = chaff("x is changed.", "x *= 2", "return A @ x / 2 + b")
    assert looks_like("x += x; return A @ x / 2 + b", WITHOUT_B, changes) == "x is changed."


def test_single_precision_is_part_of_an_answer(looks_like):
    single = chaff("Seven digits.", "return (A @ x + b).astype('f4')")
    assert looks_like("return (A @ x + b).astype(np.float32)", single) == "Seven digits."


def test_an_error_at_some_inputs_is_part_of_an_answer(looks_like):
    square = chaff("Square only.", "assert len(A) == len(x), 'square'", "return A @ x + b")
    body = "assert len(A) == len(x); return A @ x + b"
    inputs = [(A[:2], B[:2], X), (A, B, X)]
    assert looks_like(body, square, inputs=inputs) == "Square only."


def test_an_error_alone_is_no_evidence(looks_like):
    assert looks_like("raise ValueError", chaff("Always wrong.", "raise ValueError")) is None


def test_a_chaff_that_never_answers_is_no_explanation(looks_like, monkeypatch):
    monkeypatch.setattr("claimgrade.defaults.CALL", 0.2)  # not for the others
    endless = chaff("It never ends.", "while True: pass")
    assert looks_like("return A @ x", endless, WITHOUT_B) == "b is forgotten."


def test_state_between_calls_is_replayed(looks_like):
    counts = chaff("It counts its calls.", "seen.append(1)", "return A @ x + b + len(seen) - 1")
    body = "seen.append(0); return A @ x + b + len(seen) - 1\nseen = []"
    assert looks_like(body, counts + "\nseen = []\n") == "It counts its calls."


def test_a_chaff_works_on_copies(looks_like):
    changes = chaff("x is changed.", "x *= 2", "return A @ x")
    assert looks_like("return A @ x", WITHOUT_B, changes) == "b is forgotten."


def test_correct_is_the_reference_for_a_chaff_and_nothing_to_the_session(course):
    body = "from correct.affine import affine as right", "return 2 * right(A, b, x)"
    catalogue = Catalogue(course(chaff("Twice.", *body)))
    before, path = dict(sys.modules), list(sys.path)
    for _ in range(2):
        with catalogue.open():
            [(_, affine)] = catalogue.chaffs("affine.affine")
            assert (affine(A, B, X) == 2 * (A @ X + B)).all()
        assert (sys.modules, sys.path) == (before, path)


# values


@pytest.mark.parametrize(
    "one, other, expected",
    [
        (1.0, 1.0 + CLOSE / 2, True),
        (1.0, 1.0 + 2 * CLOSE, False),
        ([1e6, 1.0], [1e6, 1.0 + 1e6 * CLOSE / 2], True),
        (1e-15, 0.0, True),
        ([1, 2], [1.0, 2.0], True),
        (np.array([1, np.nan, np.inf]), [1, np.nan, np.inf], True),
        ([np.inf], [-np.inf], False),
        (np.zeros((0, 3)), [], True),
        (np.zeros(2), np.zeros(3), False),
        (np.zeros(2, "f4"), np.zeros(2), False),
        (np.ones(2, "c16"), np.ones(2), True),
        (np.ones(2, "c8"), np.ones(2, "f4"), True),
        (np.ones(2, "c8"), np.ones(2, "c16"), False),
        ([1 + 1j], [1.0], False),
        (np.array([True]), np.array([1]), False),
        (True, 1, False),
        ([[1, 2], [3]], [[1, 2], [3.0]], True),
        ([[1, 2], [3]], [[1, 2], [4]], False),
        ({"f": ["erase"], "c": 1}, {"f": ["erase"], "c": 1.0}, True),
        ({"f": 1}, {"i": 1}, False),
        ("erase", "write", False),
        (["f", "i"], ["f", "i"], True),
        (["f", "i"], ["f"], False),
        (None, None, True),
        (None, "None", False),
        ([None, 1], [None, 1], True),
        ("1", 1, False),
    ],
)
def test_values_are_alike(one, other, expected):
    with np.errstate(invalid="ignore"):
        assert alike(one, other, CLOSE) is expected
        assert alike(other, one, CLOSE) is expected


def test_no_answer_is_close_to_a_chaff_and_to_what_is_required():
    assert FAR > 2 * CLOSE
    assert not same(Raised("E: 1", "", ""), Raised("F: 1", "", ""), CLOSE)
    assert same(Unfit("not_data", "set", ""), Unfit("not_data", "set", ""), CLOSE)
    assert not same(None, None, CLOSE)
    assert not same(Answer(1.0, "", [], ""), Answer(1.0, "", [0], ""), CLOSE)


# what is remembered


def test_the_first_and_the_last_calls_are_remembered_and_no_more():
    memory = Memory()
    for _ in range(2):
        memory.begin_property()
        for number in range(2000):
            memory.add("f", b"%d" % number, b"")
    sent = [int(heard.sent) for heard in memory.take("f")]
    assert sent[:2] == [0, 1]
    assert sent.count(0) == 2  # both properties began with it
    assert sent[-1] == 1999
    assert len(sent) == 2 * FIRST + LAST
    assert memory.take("f") == []


def test_a_huge_answer_is_not_kept():
    memory = Memory()
    memory.add("f", b"", bytes(MOST_BYTES + 1))
    assert memory.take("f") == [(b"", b"")]


# a whole session


@pytest.mark.parametrize(
    "language, label, more",
    [
        ("en", "Looks like  b is", ()),
        ("zh", "看起来像    忘了", ("-n2",)),
        ("en", "Looks like  b is", ("--in-process",)),
    ],
)
def test_a_report_says_what_it_looks_like(run, hand_in, course, language, label, more):
    root = course(WITHOUT_B).root
    session = run(
        "pytest",
        f"--assignment={root}",
        f"--student={hand_in('def affine(A, b, x): return A.dot(x)')}",
        "--score-json=grade.json",
        "--score-html=score.html",
        f"--lang={language}",
        *more,
    )
    expected = {"en": "b is forgotten.", "zh": "忘了 b。"}[language]
    assert label in session.output
    assert expected in (session.directory / "score.html").read_text("utf-8")
    claim = session.grade().claims[0]
    assert {part.failure.looks_like for part in claim.properties} == {expected}
    assert session.grade().claims[1].properties[0].failure.looks_like is None


@pytest.mark.parametrize("broken", ["1 / 0\n", "def ("], ids=["it is run", "it is read"])
def test_a_broken_chaff_costs_the_diagnosis_and_nothing_else(run, hand_in, course, broken):
    root = course(WITHOUT_B, WITHOUT_B + broken).root
    work = hand_in("def affine(A, b, x): return A.dot(x)")
    session = run("pytest", f"--assignment={root}", f"--student={work}", "--score-json=grade.json")
    claim = session.grade().claims[0]
    assert claim.verdict == "fails"
    assert {part.failure.looks_like for part in claim.properties} == {None}


def test_every_chaff_of_the_toy_can_be_loaded(toy):
    catalogue = Catalogue(toy)
    with catalogue.open():
        for function in toy.spec.functions:
            assert [specimen.module for specimen, _ in catalogue.chaffs(function)] == ["affine"]
            assert callable(catalogue.reference(function))


def test_a_reference_needs_no_init_file(course):
    root = course(
        chaff("Twice.", "from correct.affine import affine as f", "return 2 * f(A, b, x)")
    )
    (root.root / "reference/__init__.py").unlink()
    catalogue = Catalogue(root)
    with catalogue.open():
        [(_, affine)] = catalogue.chaffs("affine.affine")
        assert (affine(A, B, X) == 2 * catalogue.reference("affine.affine")(A, B, X)).all()
