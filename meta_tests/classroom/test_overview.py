"""The pages of a class: the gradebook that spreadsheets read, and the overview."""

import csv
import io

import pytest
from msgspec.structs import replace
from support.results import EVIL, WRONG, class_page, entries, result

from claimgrade.assignment.messages import Texts
from claimgrade.classroom import gradebook, overview
from claimgrade.classroom.gradebook import Entry


@pytest.fixture
def table(toy, tmp_path):
    gradebook.write(toy.spec, entries(toy), tmp_path / "gradebook.csv")
    content = (tmp_path / "gradebook.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_gradebook_has_the_points_of_every_claim(table):
    assert table[1] == {
        "name": "bob",
        "status": "graded",
        "score": "7",
        "max_score": "10",
        "bonus": "0",
        "max_bonus": "0",
        "1a-affine": "6",
        "1b-slope": "1",
        "summary": "1b-slope: does not hold",
        "seed": "1",
        "profile": "student",
        "isolation": "A",
    }
    assert table[0]["summary"] == ""


@pytest.mark.parametrize(
    "language, earned, with_bonus",
    [
        ("en", "10 of 10 points", "10 of 10 points, and 2 of 3 bonus points"),
        ("zh", "得分 10 / 10", "得分 10 / 10，附加分 2 / 3"),
    ],
)
def test_what_was_earned_names_the_bonus_where_there_is_any(toy, language, earned, with_bonus):
    made, texts = result(toy, language)
    assert Entry.of("ann", made, texts).earned == earned
    made = replace(made, bonus=2, max_bonus=3)
    assert Entry.of("ann", made, texts).earned == with_bonus


def test_nothing_in_a_gradebook_is_a_formula(table):
    assert table[3]["name"] == f"'=1+1{EVIL}"


def test_without_a_grade_there_is_no_number(table):
    fault = table[4]
    assert fault["summary"].startswith("the session ended")
    assert fault["status"] == "grader fault"
    assert {value for key, value in fault.items() if key not in ("name", "status", "summary")} == {
        ""
    }


def test_an_entry_stays_small_and_shares_its_sentences(toy):
    _, bob, cho, *_ = entries(toy)
    assert bob.looks_like == (("1b-slope", "The transpose of A."),)
    assert bob.looks_like[0][1] is cho.looks_like[0][1]
    assert bob.falls_short[0] is cho.falls_short[0]


@pytest.mark.parametrize(
    "language, one, both",
    [
        ("en", "1b-slope: timed out", "every claim: timed out"),
        ("zh", "1b-slope：超时", "全部命题：超时"),
    ],
)
def test_what_falls_short_is_said_once_a_verdict(toy, language, one, both):
    wrong = dict.fromkeys(("f_of_zero_is_b", "the_slope_is_A"), WRONG)
    some = result(toy, language, {"the_slope_is_A": WRONG}, "timed out")
    assert Entry.of("ann", *some).summary == one
    assert Entry.of("bob", *result(toy, language, wrong, "timed out")).summary == both


def test_the_distribution_counts_tenths_and_full_marks_apart():
    bins = overview.distribution([0, 9.99, 10, 95, 100, 100], 100)
    assert [(bin_.label, bin_.submissions) for bin_ in bins if bin_.submissions] == [
        ("0 – 10", 2), ("10 – 20", 1), ("90 – 100", 1), ("100", 2),
    ]  # fmt: skip
    assert max(bin_.part for bin_ in bins) == 100


def test_claims_show_the_average_of_who_was_graded(toy):
    graded = [entry for entry in entries(toy) if entry.graded]
    affine, slope = overview.by_claim(toy.spec, graded, Texts(toy.spec, "en"))
    assert (affine.mean, affine.max_points, affine.full) == (5.5, 6, 3)
    assert (slope.mean, slope.full) == (2.5, 2)


def test_misconceptions_are_ranked_and_count_a_submission_once(toy):
    texts = Texts(toy.spec, "en")
    found = overview.misconceptions(toy.spec, entries(toy), texts)
    assert [(each.sentence, each.submissions) for each in found] == [
        ("The transpose of A.", 2),
        (f"a {EVIL}", 1),
    ]
    assert found[0].claim == f"1b {texts.claim('1b-slope').title}"


@pytest.mark.parametrize(
    "language, sentences",
    [
        ("en", ["a class of 5", "On average 8 of 10 points, in the median 7.5.", "not graded"]),
        ("zh", ["共 5 份作业", "满分 10 分，平均 8 分，中位数 7.5 分。", "未评分"]),
    ],
)
def test_the_page_says_how_the_class_fared(toy, language, sentences):
    page = class_page(toy, language)
    for sentence in [*sentences, 'href="bob/report.html"', 'href="%3D1%2B1%3Cscript%3E']:
        assert sentence in page
    assert 'href="zoe/' not in page


def test_the_page_escapes_and_asks_nobody(toy):
    page = class_page(toy)
    assert "<script" not in page
    assert "<img" not in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_a_class_that_could_not_be_graded_has_a_page_too(toy):
    page = overview.render(toy.spec, [Entry.without_grade("zoe", "no disk")], Texts(toy.spec, "en"))
    assert "No submission could be graded." in page
    assert "No known misconception was recognised." in page
    assert "no disk" in page


@pytest.mark.parametrize(
    "language, heading, word",
    [
        ("en", "Unreadable: to be looked at by a person, and counted nowhere", "unreadable"),
        ("zh", "无法读取：需要人工查看，不计入任何统计", "无法读取"),
    ],
)
def test_who_could_not_be_read_is_listed_and_counts_nowhere(toy, tmp_path, language, heading, word):
    texts = Texts(toy.spec, language)
    graded = [Entry.of("ann", *result(toy, language))]
    unread = Entry.unread("zoe", "essay.pdf is no submission")
    page = overview.render(toy.spec, [*graded, unread], texts)
    without = overview.render(toy.spec, graded, texts)
    assert heading in page and heading not in without
    assert f'<td class="number">{word}</td><td>essay.pdf is no submission</td>' in page
    assert '<a href="zoe/report.html">zoe</a>: essay.pdf is no submission' in page
    average = texts("class_mean", mean="10", median="10", max_score="10")
    assert average in page and average in without
    gradebook.write(toy.spec, [unread], tmp_path / "gradebook.csv")
    row = (tmp_path / "gradebook.csv").read_text("utf-8-sig").splitlines()[1]
    assert row == "zoe,unreadable,,,,,,,essay.pdf is no submission,,,"
