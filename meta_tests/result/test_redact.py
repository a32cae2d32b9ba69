"""An exam's reports hold back what its spec says; the result itself holds everything."""

import shutil

import msgspec
import pytest
from support.results import WRONG, result
from support.toy import RIGHT, TOY

from claimgrade.assignment.spec import SpecError
from claimgrade.assignment.spec_files import load
from claimgrade.reports import html, terminal
from claimgrade.result import redact
from claimgrade.result.grade import Failure

TOLD = msgspec.structs.replace(WRONG, looks_like="Rows for columns.", printed="Said by me.")
WITHHELD = "What is wrong is not shown here."
FIRST_HINT = "How does output i move when input j moves?"


def reports(toy, level):
    """The page and the summary of a hand-in that fails, where the claims reveal so much."""
    made, texts = result(toy, failures={"the_slope_is_A": TOLD})
    made.claims[1].reveal = level
    shown = redact.shown(made, texts("withheld"))
    summary = terminal.Summary(toy.spec, shown, texts, hints=1, student="me")
    assert made.claims[1].properties[0].failure == TOLD
    return html.render(toy.spec, shown, texts), "\n".join(line.text for line in summary.lines())


@pytest.mark.parametrize("place", [0, 1], ids=["page", "terminal"])
@pytest.mark.parametrize("level", ["verdict", "gap", "hints"])
def test_a_report_shows_what_is_revealed_and_no_more(level, place, toy):
    text = reports(toy, level)[place]
    assert "1b Its slope" in " ".join(text.split()) and "does not hold" in text
    assert (WITHHELD in text) is (level == "verdict")
    for gap in ("Your M is wrong.", "Said by me.", "affine.py:5"):
        assert (gap in text) is (level != "verdict"), gap
    for hint in ("Rows for columns.", FIRST_HINT):
        assert (hint in text) is (level == "hints"), hint


@pytest.mark.parametrize("verdict", ["missing", "grader fault"])
def test_that_nothing_was_judged_is_no_secret(verdict):
    failure = Failure(message="m", inputs={"n": 1})
    shown = redact.shown_failure(failure, verdict, "verdict", WITHHELD)
    assert shown == Failure(message="m")


@pytest.fixture
def exam(tmp_path):
    """The toy assignment, of whose second claim the verdict alone is revealed."""
    course = tmp_path / "exam"
    shutil.copytree(TOY, course)
    spec = course / "spec" / "affine.toml"
    text = spec.read_text("utf-8")
    spec.write_text(text.replace('exercise = "1b"', 'exercise = "1b"\nreveal = "verdict"'), "utf-8")
    return course


def test_a_session_shows_students_the_verdict_and_writes_all_into_the_result(exam, run, hand_in):
    session = run(
        "pytest",
        f"--assignment={exam}",
        f"--student={hand_in(RIGHT.replace('A.copy()', 'A.T.copy()'))}",
        "--score-json=grade.json",
        "--score-html=score.html",
        "--html=report.html",
        "--self-contained-html",
    )
    assert WITHHELD in session.output
    pages = [
        (session.directory / name).read_text("utf-8") for name in ("score.html", "report.html")
    ]
    for text in (session.output, *pages):
        for secret in ("returned shape", "Rows and columns", "[[1"):
            assert secret not in text, secret
    claim = session.grade().claims[1]
    assert claim.reveal == "verdict"
    failures = [part.failure for part in claim.properties if part.failure]
    assert "returned shape" in failures[0].message and failures[0].inputs


def test_what_can_be_revealed_is_said_where_a_spec_is_wrong(exam):
    spec = exam / "spec" / "affine.toml"
    spec.write_text(spec.read_text("utf-8").replace('"verdict"', '"nothing"'), "utf-8")
    with pytest.raises(SpecError, match=r"Invalid enum value 'nothing'.*claim 1b-slope"):
        load(exam / "spec")
