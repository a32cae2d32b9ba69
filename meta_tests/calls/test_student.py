"""Whatever a student's function does, one plain sentence says it."""

import numpy as np
import pytest
from support.toy import RIGHT

from claimgrade.assignment.messages import Texts
from claimgrade.assignment.spec import Function
from claimgrade.calls.failures import Crashed, Fails, Missing
from claimgrade.calls.student import Student, channel_of
from claimgrade.result.outcome import judge

A = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])


@pytest.fixture
def said(hand_in, student_of, toy):
    """Call slope(A), in full contract, on a hand-in: the verdict and the English sentence."""

    def say(text):
        student = student_of(hand_in("import numpy as np\n" + text))
        try:
            student.affine.slope.under_contract(A)
        except (Fails, Crashed, Missing) as error:
            verdict, failure = judge(error, channel_of(student).last_call, Texts(toy.spec, "en"))
            return verdict, failure.message
        return "holds", ""

    return say


def slope(*lines):
    return "def slope(A):\n" + "".join(f"    {line}\n" for line in lines)


def test_an_argument_that_only_the_second_call_changes_is_changed(said):
    late = "calls = []\n" + slope(
        "calls.append(1)", "answer = A.copy()", "A += len(calls) > 1", "return answer"
    )
    assert said(late) == ("fails", "slope changed its argument A; work on a copy.")


@pytest.mark.parametrize(
    "body",
    [
        "return A.copy()",
        "return A.tolist()",
        "return [tuple(row) for row in A]",
        "return np.asfortranarray(A)",
        "return [[int(v) for v in row] for row in A]",
        "return list(A)",
        "return A + 0j",
        "return (A - 0j).tolist()",
    ],
)
def test_what_the_contract_allows_is_accepted(said, body):
    assert said(slope(body)) == ("holds", "")


def test_a_property_that_asks_with_too_few_arguments_is_told_so(hand_in, student_of):
    student = student_of(hand_in(RIGHT))
    with pytest.raises(TypeError) as told:
        student.affine.affine(A)
    assert str(told.value) == (
        "the spec describes affine.affine(A, b, x), but the property asks it with 1 arguments"
    )


@pytest.mark.parametrize(
    "body, sentence",
    [
        ("pass", "slope returned None; is a return statement missing?"),
        ("return (row for row in A)", "slope returned generator; numbers, strings, arrays,"),
        ("return [[[[[[[[[[A]]]]]]]]]]", "slope returned lists nested more than 8 deep"),
        ("return 2**70", "slope returned a whole number of more than 64 bits."),
        ("return {1: 2}", "slope returned a dictionary with a key of type int; keys are strings."),
        (
            "return np.zeros((9999, 9999))",
            "slope returned array of shape (9999, 9999), more than 8 MiB",
        ),
        (
            "return A, A, (A, 1)",
            "slope returned 3 parts of different shapes, which make no array; one of shape "
            "(m, n) = (3, 2) is required.",
        ),
        ("return A * 1j", "slope returned complex numbers; real numbers are expected."),
        ("return A + 1e-300j", "slope returned complex numbers; real numbers are expected."),
        ("return 'A'", "slope returned str; numbers are expected."),
        ("return {'A': 1}", "slope returned dict; numbers are expected."),
        ("return [['1', '2']] * 3", "slope returned list; numbers are expected."),
        ("return A > 0", "slope returned array of bool; numbers are expected."),
        ("return A.T", "slope returned shape (2, 3); (m, n) = (3, 2) is required."),
        ("return 1.0", "slope returned shape (); (m, n) = (3, 2) is required."),
        ("return A * np.nan", "slope returned NaN or infinity; every number must be finite."),
        ("return A * np.inf", "slope returned NaN or infinity; every number must be finite."),
        ("A *= 2; return A / 2", "slope changed its argument A; work on a copy."),
        ("return A + np.random.rand()", "slope gave another answer when the same call was made"),
        ("return A.astype('f4')", "slope returned float32, about 7 digits; float64 is required."),
        ("return A.astype('c8')", "slope returned complex64, about 7 digits; float64 is required."),
        ("return A.astype(int)", "slope returned an array of int64; float64 is required."),
        ("return [A[0], *A[1:].astype('f4')]", "slope returned float32, about 7 digits; float64"),
    ],
)
def test_what_cannot_be_judged_is_said_in_a_sentence(said, body, sentence):
    verdict, message = said(slope(body))
    assert verdict == "fails"
    assert message.startswith(sentence)


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "not implemented yet: affine.py has no function slope"),
        ("slope = 3", "not implemented yet: affine.py has no function slope"),
        (slope("raise NotImplementedError"), "not implemented yet: slope raises NotImplementedErr"),
    ],
)
def test_what_is_not_there_is_missing(said, text, sentence):
    verdict, message = said(text)
    assert verdict == "missing"
    assert message.startswith(sentence)


def test_a_module_that_is_not_there_is_missing(hand_in, student_of, sheet):
    work = hand_in("def sigmoid(z): return z")
    (work / "affine.py").rename(work / "rnn.py")
    with pytest.raises(Missing) as missing:
        student_of(work, sheet).lstm.always_nonnegative()
    _, failure = judge(missing.value, None, Texts(sheet.spec, "en"))
    assert failure.message == "not started yet: there is no lstm.py"


@pytest.mark.parametrize(
    "text, error, where, frames",
    [
        (slope("return A / b"), "NameError: name 'b' is not defined", "affine.py:3", ["in slope"]),
        (slope("raise SystemExit(0)"), "SystemExit: 0", "affine.py:3", ["in slope"]),
        (slope("raise KeyError"), "KeyError", "affine.py:3", ["in slope"]),
        (slope("return np.linalg.inv(A)"), "LinAlgError: ", "affine.py:3", ["np.linalg.inv(A)"]),
        (slope("import nonsense"), "ModuleNotFoundError: No module named", "affine.py:3", []),
        (slope("exec('1 +')"), "SyntaxError: invalid syntax", "affine.py:3", ["in slope"]),
    ],
)
def test_an_exception_shows_the_students_own_frames_only(
    hand_in, student_of, text, error, where, frames
):
    student = student_of(hand_in("import numpy as np\n" + text))
    with pytest.raises(Crashed) as crashed:
        student.affine.slope(A)
    assert crashed.value.error.startswith(error)
    assert channel_of(student).last_call.where == where
    for frame in frames:
        assert frame in crashed.value.traceback
    for ours in ("worker.py", "linalg.py", "site-packages", "/"):
        assert ours not in crashed.value.traceback.replace("A / b", "")


def test_an_exception_that_cannot_be_printed_is_still_reported(hand_in, student_of):
    text = "class E(Exception):\n    def __str__(self): return 1 / 0\n" + slope("raise E")
    with pytest.raises(Crashed, match="E"):
        student_of(hand_in(text)).affine.slope(A)


def test_the_student_works_on_copies(hand_in, student_of):
    student = student_of(hand_in(slope("A += 1", "return A")))
    mine = A.copy()
    assert (student.affine.slope(mine) == A + 1).all()
    assert (mine == A).all()


def test_the_last_call_is_remembered_with_its_arguments(hand_in, student_of):
    student = student_of(hand_in(RIGHT))
    student.affine.affine(A, np.zeros(3), np.ones(2))
    assert channel_of(student).last_call.function == "affine.affine"
    assert list(channel_of(student).last_call.inputs) == ["A", "b", "x"]
    assert channel_of(student).last_call.where == "affine.py:2"


def test_helper_files_beside_a_module_can_be_imported(hand_in, student_of):
    directory = hand_in("from helpers_of_mine import double\n" + slope("return double(A) / 2"))
    (directory / "helpers_of_mine.py").write_text("def double(A):\n    return 2 * A\n")
    assert (student_of(directory).affine.slope(A) == A).all()


def test_a_package_may_import_its_own_modules(hand_in, student_of):
    directory = hand_in("from .mine import double\n" + slope("return double(A) / 2"))
    (directory / "__init__.py").touch()
    (directory / "mine.py").write_text("def double(A):\n    return 2 * A\n")
    assert (student_of(directory).affine.slope(A) == A).all()


def test_a_function_that_the_spec_does_not_describe_is_the_authors_mistake(hand_in, student_of):
    with pytest.raises(AttributeError, match="the spec of 'affine' describes no function 'slop'"):
        _ = student_of(hand_in(RIGHT)).affine.slop


def test_a_module_may_have_any_name():
    functions = {f"{name}.ask": Function({"x": "n"}, "n") for name in ("tape", "memory", "ask")}
    student = Student(None, functions)
    for name in ("tape", "memory", "ask"):
        with pytest.raises(TypeError, match=f"the spec describes {name}.ask\\(x\\)"):
            getattr(student, name).ask()
