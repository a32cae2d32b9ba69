"""What the pages make of a result: one card a claim, escaped, complete without scripts."""

import re

import msgspec
import pytest
from support.results import EVIL, WRONG, attacked, result
from support.toy import RIGHT

from claimgrade.assignment.messages import Texts
from claimgrade.reports import html, terminal, wording
from claimgrade.result.grade import Failure


@pytest.fixture
def page(toy):
    """The page of a result in which one property failed so."""

    def render(failure, language="en"):
        grade, texts = result(toy, language, {"the_slope_is_A": failure})
        return html.render(toy.spec, grade, texts)

    return render


def test_a_page_is_complete_without_scripts_and_network(page):
    text = page(WRONG)
    assert "<script" not in text
    assert not re.search(r'(src|href)="?http', text)
    assert "<math" in text
    assert "<h1>7 of 10 points</h1>" in text


def test_the_verdict_comes_first_in_a_card(page):
    card = page(WRONG).partition('id="1b-slope"')[2]
    places = [
        card.index(said)
        for said in ("Your M is wrong.", "<math", ">required<", ">yours<", ">yours − required<")
    ]
    assert places == sorted(places)


def test_a_page_marks_the_entries_that_differ(page):
    wrong = re.findall(
        r'<td[^>]*class="[a-z]* ?wrong"[^>]*>([^<]*)<span class="sr"> differs', page(WRONG)
    )
    assert wrong == ["9", "6"]


def test_a_card_says_how_to_run_it_again(page):
    text = page(WRONG)
    assert "pytest --student=me --hypothesis-seed=1 -k the_slope_is_A" in text
    assert "affine.slope([[1.0, 2.0], [3.0, 4.0]], [0.5, -1.0], 2," in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_seed_that_is_hidden_is_nowhere_on_the_page(toy, language):
    grade, texts = result(toy, language, {"the_slope_is_A": WRONG})
    grade.seed, grade.hides_seed = 8675309, True
    text = html.render(toy.spec, grade, texts)
    assert "8675309" not in text and "pytest --" not in text
    assert texts("reproduce_hidden", examples=100) in text
    assert "affine.slope([[1.0, 2.0], [3.0, 4.0]], [0.5, -1.0], 2," in text
    summary = terminal.Summary(toy.spec, grade, texts, hints=1, student="me")
    assert not any("8675309" in line.text for line in summary.lines())


def test_what_a_failure_looks_like_is_told_if_it_is_known(page):
    looks = msgspec.structs.replace(WRONG, looks_like="rows and columns swapped")
    assert "<b>Looks like</b> rows and columns swapped" in page(looks)
    assert "Looks like" not in page(WRONG)


def test_hints_are_disclosed_one_at_a_time(page):
    nested = r"<details><summary>Hint 1/3.*?<details><summary>Hint 2/3.*?<details><summary>Hint 3/3"
    assert re.search(nested, page(WRONG), re.DOTALL)


def test_a_claim_that_holds_is_one_line_with_its_formula_inside(page):
    held = page(WRONG).partition('id="1a-affine"')[2].partition("</details>")[0]
    line, _, inside = held.partition("</summary>")
    assert "holds" in line and "6 of 6" in line
    assert "<math" in inside


def test_the_bar_is_as_wide_as_claims_are_worth(page):
    bar = page(WRONG).partition('class="bar"')[2].partition("</ol>")[0]
    assert re.findall(r"flex-grow:([\d.]+)", bar) == ["6.0", "4.0"]
    assert re.findall(r"--part:([\d.]+)%", bar) == ["100.0", "25.0"]
    assert 'aria-label="1b Its slope: does not hold, 1 of 4"' in bar


def test_a_page_says_what_was_read_and_what_could_not_be(toy):
    graded, texts = result(toy)
    note = "x <b>(1).py was read as x.py."
    page = html.render(toy.spec, msgspec.structs.replace(graded, notes=[note]), texts)
    assert "<p>x &lt;b&gt;(1).py was read as x.py.</p>" in page
    unread = msgspec.structs.replace(graded, unreadable="Nothing <b>was found.")
    page = html.render(toy.spec, unread, texts)
    assert "<h1>Not graded: a person has to look at this submission</h1>" in page
    assert '<p class="next">Nothing &lt;b&gt;was found.</p>' in page
    assert "of 10 points" not in page and "1b Its slope" not in page
    page = html.render(toy.spec, unread, Texts(toy.spec, "zh"))
    assert "尚未评分：需要人工查看这份作业" in page


def test_what_a_student_wrote_is_shown_and_never_run(page):
    text = page(attacked())
    assert EVIL not in text
    assert text.count("&lt;script&gt;") >= 10


def test_a_page_speaks_its_language(page):
    assert 'lang="zh-Hans"' in page(WRONG, "zh")
    assert "提示 1/3" in page(WRONG, "zh")
    assert 'lang="en"' in page(WRONG)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_of_the_whole_sheet_is_small_even_if_everything_is_wrong(sheet, language):
    wrong = {name: WRONG for _, name in sheet.spec.properties()}
    grade, texts = result(sheet, language, wrong)
    assert len(html.render(sheet.spec, grade, texts).encode()) < 200_000


def test_the_same_sentence_is_not_shown_twice_in_a_claim(toy):
    absent = {name: Failure(message="not there") for _, name in toy.spec.properties()}
    grade, texts = result(toy, failures=absent, verdict="missing")
    assert html.render(toy.spec, grade, texts).count("not there") == 2


def test_pytest_html_has_score_claims_and_counterexamples(grade_toy):
    wrong = RIGHT.replace("A.copy()", "A + (A == 4)  # <b>")
    session = grade_toy(wrong, "--html=report.html", "--self-contained-html")
    text = (session.directory / "report.html").read_text("utf-8")
    visible, _, rows = text.partition('id="data-container"')
    assert "6 of 10 points" in visible
    assert "Your ∂f/∂x[1, 1] = 5, required 4" in visible
    assert re.search(r'class="plus wrong">5<', visible)
    assert "1b-slope" in rows
    assert "00.00 of 03.00" in rows
    assert 'class="col-testId"' not in text


@pytest.mark.parametrize(
    "failing, verdict, said",
    [
        ([], "fails", "Every claim holds; there is nothing left to do."),
        (["the_slope_is_A"], "fails", "1b Its slope, all but one of its properties hold"),
        (["the_slope_is_A"], "fails", "(points to gain: 3)"),
        (["the_slope_is_A"], "missing", "1b Its slope, not implemented yet"),
        (["the_slope_is_A"], "grader fault", ""),
        (
            ["f_of_x_is_Ax_plus_b", "f_of_zero_is_b", "the_slope_is_A"],
            "fails",
            "1b Its slope, all but one",  # 3 points for one property, before 5 for two
        ),
        (
            ["f_of_x_is_Ax_plus_b", "f_of_zero_is_b"],
            "crashed",
            "1a The affine map, 2 of its 3 properties fall short (points to gain: 5).",
        ),
    ],
)
def test_the_cheapest_gain_is_named_first(toy, failing, verdict, said):
    failures = dict.fromkeys(failing, Failure(message="m"))
    grade, texts = result(toy, failures=failures, verdict=verdict)
    advice = wording.advice(toy.spec, grade, texts)
    assert said in advice
    assert bool(said) == bool(advice)


def test_what_was_begun_comes_before_what_was_not(toy):
    grade, texts = result(toy, failures={"the_slope_is_A": WRONG})
    grade.claims[0].verdict = "missing"
    assert "1b Its slope" in wording.advice(toy.spec, grade, texts)


def test_the_command_names_the_first_failure(toy):
    grade, _ = result(toy, failures={"the_slope_is_A": WRONG})
    assert wording.again(grade, "my work") == (
        "pytest --student='my work' --hypothesis-seed=1 -k the_slope_is_A"
    )
    assert wording.again(grade, "me", "../a toy").startswith(
        "pytest --assignment='../a toy' --student=me "
    )


def test_the_command_names_a_profile_that_is_not_the_students(toy):
    grade, _ = result(toy)
    assert wording.again(grade, "me") == "pytest --student=me --hypothesis-seed=1"
    grade.profile = "student"
    assert wording.again(grade, "me") == "pytest --student=me --hypothesis-seed=1"
    grade.profile = "grade"
    assert wording.again(grade, "me") == (
        "pytest --student=me --hypothesis-profile=grade --hypothesis-seed=1"
    )


def test_bonus_points_are_told_apart(toy):
    grade, _ = result(toy)
    grade.bonus, grade.max_bonus = 1, 2
    said = wording.score(grade, Texts(toy.spec, "en"))
    assert said == "10 of 10 points, and 1 of 2 bonus points"


def test_a_bonus_that_was_not_begun_is_no_shortfall(toy):
    grade, texts = result(toy)
    grade.claims[1].bonus, grade.claims[1].verdict = True, "missing"
    grade.bonus, grade.max_bonus = 0, 4
    assert wording.score(grade, texts) == "10 of 10 points"
    assert wording.claim_word(grade.claims[1], texts) == "not begun"
    assert wording.advice(toy.spec, grade, texts).startswith("Every claim holds")
    assert "1 of 1 claims hold." in html.render(toy.spec, grade, texts)
