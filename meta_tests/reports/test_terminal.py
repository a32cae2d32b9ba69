"""The summary under a run: aligned, a screen long, legible on every console."""

import re

import msgspec
import pytest
from support.results import WRONG, result
from support.toy import RIGHT, TOY

from claimgrade.reports import numbers, terminal
from claimgrade.result.grade import Failure


def summary(
    assignment, failures=None, *, verdict="fails", language="en", hints=1, encoding="utf-8"
):
    """The lines of the summary of a result."""
    grade, texts = result(assignment, language, failures, verdict)
    made = terminal.Summary(
        assignment.spec, grade, texts, hints=hints, student="me", encoding=encoding
    )
    return [line.text for line in made.lines()]


def block(lines, title="1b Its slope"):
    """The lines of one claim."""
    start = next(i for i, line in enumerate(lines) if line.startswith(title))
    inside = [line.startswith("  ") for line in lines[start + 1 :]]
    return lines[start : start + 1 + inside.index(False)]


def test_a_claim_reads_from_the_verdict_to_the_hint(toy):
    failure = msgspec.structs.replace(WRONG, looks_like="one entry off", inputs={"A": [[1, 2]]})
    assert block(summary(toy, {"the_slope_is_A": failure})) == [
        "1b Its slope                                     1 of 4  does not hold",
        "  Verdict     Your M is wrong.",
        "  Claim       ∂f/∂x = A",
        "  Property    The derivative of f is A, outputs as rows.",
        "  Input       A = [[1, 2]]",
        "              required   yours",
        "              [ 1  2 ]   [ 1  2 ]",
        "              [ 3  4 ]   [ 9  4 ]",
        "  Looks like  one entry off",
        "  Hint 1/3    How does output i move when input j moves?",
        "  Where       affine.py:5 slope                     more: -k 1b-slope --hints=2",
    ]


def test_of_a_traceback_the_last_lines_are_shown(toy):
    said = "".join(f"  frame {number}\n" for number in range(9)) + "ValueError: no\n"
    failure = Failure(message="Your affine raised.", student_traceback=said)
    shown = [line.split() for line in block(summary(toy, {"the_slope_is_A": failure}))]
    last = next(place for place, words in enumerate(shown) if words[:1] == ["ValueError:"])
    assert [words[-1] for words in shown[last - 3 : last]] == ["6", "7", "8"]
    assert not any(words[-1:] == ["5"] for words in shown)


LONG = Failure(
    message="a very long sentence about what is wrong " * 9,
    function="affine.slope",
    where="affine.py:5",
    inputs={"A": [[float(i * j) for j in range(7)] for i in range(7)]},
    required=[[1.0] * 3] * 7,
    yours=[[1.0] * 3] * 6 + [[1.0, 1.0, 2.0]],
    differing=[[6, 2]],
    looks_like="something that takes a whole line, and then some more of the line after it " * 2,
    printed="printed " * 99,
    student_traceback="  File 'x', line 1\n" * 30 + "ValueError: " + "long " * 99,
)


@pytest.mark.parametrize("hints", [0, 1, 3])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_claim_takes_a_dozen_lines_and_no_line_80_columns(toy, language, hints):
    failures = {name: LONG for _, name in toy.spec.properties()}
    lines = summary(toy, failures, language=language, hints=hints)
    assert all(numbers.width(line) < 80 for line in lines if not line.startswith("pytest "))
    for title in ("1a ", "1b "):
        assert len(block(lines, title)) <= 12


def test_a_large_matrix_shows_the_rows_around_the_first_difference(toy):
    failure = msgspec.structs.replace(WRONG, required=LONG.required, yours=LONG.yours)
    failure.differing = [[6, 2]]
    text = "\n".join(summary(toy, {"the_slope_is_A": failure}))
    assert re.search(r"required \[3:7\]\s+yours \[3:7\]", text)
    assert "[ 1  1  2 ]" in text


def test_the_least_important_goes_first(toy):
    failure = msgspec.structs.replace(LONG, required=None, yours=None, looks_like=None)
    lines = block(summary(toy, {"the_slope_is_A": failure}))
    text = "\n".join(lines)
    assert "Verdict" in text and "Traceback" in text and "Hint 1/3" in text
    assert "Claim" not in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_first_attempt_at_the_whole_sheet_fits_a_screen(sheet, language):
    """Two claims begun, both wrong, and nothing else there."""
    names = [(claim.id, name) for claim, name in sheet.spec.properties()]
    first = list(dict.fromkeys(claim for claim, _ in names))[:2]
    grade, texts = result(sheet, language, {name: LONG for _, name in names})
    for claim in grade.claims:
        for part in claim.properties:
            part.verdict = "fails" if claim.id in first else "missing"
        claim.verdict, claim.points = claim.properties[0].verdict, 0.0
    made = terminal.Summary(sheet.spec, grade, texts, hints=1, student="me").lines()
    assert len(made) <= terminal.SCREEN
    assert sum(line.verdict == "missing" for line in made) == 1


def test_only_the_next_claim_is_shown_in_full_where_all_would_not_fit(sheet):
    failures = {name: WRONG for _, name in sheet.spec.properties()}
    lines = summary(sheet, failures)
    assert sum(line.startswith("  Verdict") for line in lines) == len(sheet.spec.claims)
    assert sum(line.startswith("  Hint") for line in lines) == 1


def test_where_all_fits_each_claim_is_shown_in_full(toy):
    failures = {name: Failure(message="No.") for name in ("the_slope_is_A", "f_of_zero_is_b")}
    lines = summary(toy, failures)
    assert len(lines) <= terminal.SCREEN
    assert sum(line.startswith("  Hint") for line in lines) == 2


def test_what_was_read_stands_under_the_title(toy):
    grade, texts = result(toy)
    grade.notes = ["x (1).py was read as x.py.", "long " * 100]
    made = terminal.Summary(toy.spec, grade, texts, hints=1, student="me", encoding="ascii")
    first, *more = [line.text for line in made.lines()][1:]
    assert first.startswith("x (1).py was read as x.py. long ")
    assert [line[:4] for line in more[:3]] == ["long", "long", "1a T"]


def test_what_is_missing_is_one_calm_line(toy):
    absent = {name: Failure(message="m") for _, name in toy.spec.properties()}
    lines = summary(toy, absent, verdict="missing")
    assert (
        lines[1] == "1a, 1b                                          0 of 10  not implemented yet"
    )
    assert lines[2] == ""


def test_a_console_without_unicode_gets_ascii(toy):
    failure = msgspec.structs.replace(WRONG, message="Your ∂f/∂x³⁰ ≤ 1 − σ …")
    lines = summary(toy, {"the_slope_is_A": failure}, encoding="ascii")
    assert all(line.isascii() for line in lines)
    assert "  Verdict     Your df/dx^30 <= 1 - sigma ..." in lines
    assert "  Claim       df/dx = A" in lines


def test_a_run_on_an_ascii_console_ends_well(cold, hand_in):
    work = hand_in(RIGHT.replace("A.copy()", "A + (A == 4)"))
    session = cold(
        "pytest",
        f"--assignment={TOY}",
        f"--student={work}",
        LANG="C",
        PYTHONIOENCODING="ascii",
        PYTHONUTF8="0",
    )
    assert session.code == 1
    assert "Your df/dx[1, 1] = 5, required 4" in session.output
    assert "\\u" not in session.output


def test_the_options_that_are_named_show_that_claim_and_the_next_hint(grade_toy):
    wrong = RIGHT.replace("A.copy()", "A + (A == 4)").replace("A @ x + b", "A @ x")
    output = grade_toy(wrong, "-k", "1b-slope", "--hints=2").output
    assert "Hint 2/3" in output
    assert "more: -k 1b-slope --hints=3" in output
    assert re.search(r"^1a The affine map .* not run$", output, re.MULTILINE)


@pytest.mark.parametrize("option, coloured", [("no", False), ("yes", True)])
def test_a_session_sets_matrices_side_by_side_and_colour_is_pytests_business(
    grade_toy, option, coloured
):
    wrong = RIGHT.replace("A.copy()", "A + (A == 4)")
    output = grade_toy(wrong, f"--color={option}").output
    assert re.search(
        r"required   yours\n\s+\[ 1  2 \]   \[ 1  2 \]\n\s+\[ 3  4 \]   \[ 3  5 \]",
        re.sub(r"\x1b\[\d*m", "", output),
    )
    assert ("\x1b[31m1b Its slope" in output) == coloured
    assert ("\x1b[32m1a The affine map" in output) == coloured
    assert ("\x1b[" in output) == coloured
