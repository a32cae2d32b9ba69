"""What the renderers make of a result: aligned, escaped, complete without scripts."""

import re

import pytest

from claimgrade import grade
from claimgrade.grade import Failure, Outcome, Run
from claimgrade.reports import ascii, digest, gap, html, mathml, terminal, values
from claimgrade.text import Texts
from conftest import RIGHT

RUN = Run(
    assignment="toy",
    submission="me",
    isolation="none",
    seed=1,
    examples=100,
    versions={"python": "3"},
)


@pytest.fixture
def page(toy):
    """The page of a result in which one property failed so."""

    def render(failure, language="en"):
        texts = Texts(toy.spec, language)
        outcomes = {
            (claim.id, name): Outcome(claim=claim.id, property=name, verdict="holds")
            for claim, name in toy.spec.properties()
        }
        outcomes["1b-slope", "the_slope_is_A"] = Outcome(
            claim="1b-slope", property="the_slope_is_A", verdict="fails", failure=failure
        )
        return html.render(toy.spec, grade.grade(toy.spec, texts, RUN, outcomes), texts)

    return render


@pytest.mark.parametrize(
    "value, expected",
    [
        ([[1.0, 2.5], [-0.0, 1e-9]], "[[1, 2.5], [0, 1e-09]]"),
        ({"f": "erase", "o": 1.0}, "f: erase, o: 1"),
        ("nan", "nan"),
        (True, "True"),
        (12345678, "12345678"),
        (0.123456, "0.1235"),
        ([], "[]"),
    ],
)
def test_values_are_written_short(value, expected):
    assert values.inline(value) == expected


def test_columns_line_up():
    assert values.grid([[1.0, -10.25], [100.0, 0.5]]) == ["[   1  -10.25 ]", "[ 100     0.5 ]"]


def test_numbers_that_differ_look_different():
    assert values.digits_to_tell_apart([1.0], [2.0]) == 4
    assert values.digits_to_tell_apart([1.0], [1.00000001]) == 10
    assert values.digits_to_tell_apart([1.0], [1.0]) == 17


@pytest.mark.parametrize(
    "text", ["one two three four five six", "一二三四五六七八九十，一二三", "x" * 60]
)
def test_lines_keep_their_width_and_their_number(text):
    rows = values.wrapped(text, 20, lines=2)
    assert len(rows) <= 2
    assert all(values.width(row) <= 22 for row in rows)
    assert rows[0].startswith(text[:3])


def test_a_chinese_character_is_two_columns_wide():
    assert values.width("应为 3") == 6
    assert values.width(values.pad("应为", 8)) == 8


def test_the_summary_fits_80_columns_and_a_dozen_lines_a_claim(grade_toy, hand_in):
    wrong = "import numpy as np\n" + RIGHT.replace("A @ x + b", "np.sin(A @ x + b) / (1 + x[0])")
    work = hand_in(wrong)
    for language in ("en", "zh"):
        output = grade_toy(work, f"--lang={language}", "--hints=3").output
        lines = output.splitlines()
        printed = [line for line in lines if not line.startswith("pytest --student")]
        assert all(values.width(line) <= 80 for line in printed), output
        first = next(i for i, line in enumerate(lines) if line.startswith("1a "))
        second = next(i for i, line in enumerate(lines) if line.startswith("1b "))
        assert second - first <= 14, output


def test_matrices_stand_side_by_side(grade_toy):
    wrong = RIGHT.replace("A.copy()", "A + (A == 4)")
    assert re.search(
        r"required   yours\n\s+\[ 1  2 \]   \[ 1  2 \]\n\s+\[ 3  4 \]   \[ 3  5 \]",
        grade_toy(wrong).output,
    )


def test_a_page_is_complete_without_scripts_and_network(page):
    text = page(Failure(message="Your M is wrong.", required=[[1, 2]], yours=[[1, 3]]))
    assert "<script" not in text
    assert not re.search(r'(src|href)="?http', text)
    assert "<math" in text
    assert "<h1>7 of 10 points</h1>" in text


def test_a_page_marks_the_entries_that_differ(page):
    text = page(
        Failure(message="m", required=[[1, 2], [3, 4]], yours=[[1, 2], [9, 4]], differing=[[1, 0]])
    )
    assert re.findall(r'<td class="wrong">([^<]*)</td>', text) == ["9"]


def test_what_a_student_wrote_is_shown_and_never_run(page):
    evil = "<script>alert(1)</script>"
    text = page(
        Failure(
            message=evil,
            inputs={evil: evil},
            yours={evil: [evil]},
            student_traceback=evil,
            where=evil,
        )
    )
    assert evil not in text
    assert text.count("&lt;script&gt;") >= 6


def test_a_page_speaks_its_language(page):
    assert 'lang="zh-Hans"' in page(Failure(message="m"), "zh")
    assert "提示 1/3" in page(Failure(message="m"), "zh")
    assert 'lang="en"' in page(Failure(message="m"))


def test_the_same_sentence_is_not_shown_twice_in_a_claim(page, toy):
    texts = Texts(toy.spec, "en")
    outcomes = {
        (claim.id, name): Outcome(
            claim=claim.id, property=name, verdict="missing", failure=Failure(message="not there")
        )
        for claim, name in toy.spec.properties()
    }
    text = html.render(toy.spec, grade.grade(toy.spec, texts, RUN, outcomes), texts)
    assert text.count("not there") == 2


def test_pytest_html_has_score_claims_and_counterexamples(grade_toy):
    wrong = RIGHT.replace("A.copy()", "A + (A == 4)  # <b>")
    session = grade_toy(wrong, "--html=report.html", "--self-contained-html")
    text = (session.directory / "report.html").read_text("utf-8")
    visible = text.split('id="data-container"')[0]
    assert "6 of 10 points" in visible
    assert "Your ∂f/∂x[1, 1] = 5, required 4" in visible
    assert '<td class="wrong">5</td>' in visible
    assert "1b-slope" in text.split('id="data-container"')[1]
    assert 'class="col-testId"' not in text


def test_the_command_names_the_first_failure():
    failing = grade.PropertyGrade(
        "1a-x/some_property", "s", "fails", 0, 1, 1, 0, Failure(message="m")
    )
    claim = grade.ClaimGrade("1a-x", "1a", "t", False, "fails", 0, 1, [failing])
    result = grade.Grade(grade.SCHEMA, "toy", "me", 0, 1, 0, 0, "none", 5, 100, True, {}, [claim])
    assert terminal.again(result, "my work") == (
        "pytest --student='my work' --hypothesis-seed=5 -k some_property"
    )


def test_bonus_points_are_told_apart(toy):
    result = grade.Grade(grade.SCHEMA, "toy", "me", 9, 10, 1, 2, "none", 5, 100, True, {}, [])
    said = terminal.score(result, Texts(toy.spec, "en"))
    assert said == "9 of 10 points, and 1 of 2 bonus points"
