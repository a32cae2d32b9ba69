"""Pictures come from the assignment, show what is wrong, and never touch a verdict."""

import shutil
import sys
from string import Formatter

import msgspec
import numpy as np
import pytest
from support.results import result
from support.sessions import XDIST
from support.toy import RIGHT, ROOT, TOY

from claimgrade.assignment import specimens
from claimgrade.assignment.messages import Texts
from claimgrade.calls.backends import InProcess
from claimgrade.calls.failures import Missing, Stopped
from claimgrade.pictures import Grid, sketch
from claimgrade.reports.svg import svg
from claimgrade.result import grade
from claimgrade.result.grade import ClaimGrade, Failure, PropertyGrade
from claimgrade.session import illustrate
from claimgrade.submission.submission import Submission

TRANSPOSED = RIGHT.replace("A.copy()", "A.T if A.shape[0] == A.shape[1] else 0 * A")


# the engine, on the toy


@pytest.fixture
def course(tmp_path):
    """The toy with another tests/pictures.py."""

    def write(text):
        shutil.copytree(TOY, tmp_path / "course")
        (tmp_path / "course" / "tests" / "pictures.py").write_text(text, "utf-8")
        return tmp_path / "course"

    return write


def claim(session, id_):
    return next(claim for claim in session.grade().claims if claim.id == id_)


def marks(picture):
    return [[cell.mark for cell in row] for row in picture.panels[-1].cells]


def test_a_claim_that_holds_is_rewarded_with_a_picture_that_both_pages_show(grade_toy):
    session = grade_toy(RIGHT, "--score-html=score.html", "--html=table.html")
    (picture,) = claim(session, "1b-slope").pictures
    assert isinstance(picture, Grid)
    assert picture.title == "The slope is the matrix itself"
    assert [cell.text for cell in picture.panels[0].cells[0]] == ["1", "2"]
    assert not any(map(any, marks(picture)))
    for name in ("score.html", "table.html"):
        page = (session.directory / name).read_text("utf-8")
        assert page.count('<svg class="pic" role="img"') == 1
        assert "<summary>See it</summary>" in page
        assert ".pic-cell {" in page


def test_a_claim_that_fails_shows_its_failing_case(grade_toy):
    failed = claim(grade_toy(TRANSPOSED), "1b-slope")
    (picture,) = failed.pictures
    shown = failed.properties[0].failure.inputs["A"]
    assert [[float(cell.text) for cell in row] for row in picture.panels[0].cells] == shown
    assert any(map(any, marks(picture)))


def test_the_process_that_gathers_results_makes_them_in_the_language_of_the_report(grade_toy):
    (picture,) = claim(grade_toy(RIGHT, *XDIST, "--lang=zh"), "1b-slope").pictures
    assert picture.title == "斜率就是矩阵本身"


def test_nothing_is_drawn_where_nobody_looks(run, hand_in, course):
    home = course("raise RuntimeError('made')")
    session = run("pytest", f"--assignment={home}", f"--student={hand_in(RIGHT)}")
    assert "made" not in session.output


def test_a_mistake_in_a_picture_is_told_and_costs_nothing(run, hand_in, course):
    home = course("PICTURES = {'1b-slope': lambda *_: 1 / 0}")
    session = run(
        "pytest",
        f"--assignment={home}",
        f"--student={hand_in(RIGHT)}",
        "--score-json=grade.json",
    )
    assert session.code == 0
    assert "ZeroDivisionError" in session.output
    assert session.grade().score == 10
    assert not claim(session, "1b-slope").pictures


class Door:
    """An access that counts the deadlines it gives."""

    student = None
    begun = 0

    def begin_property(self):
        self.begun += 1


@pytest.fixture
def made(toy, tmp_path):
    """What a maker makes of a claim with one failing property; a fault fails the test."""

    def make(body, failure=None, verdict="fails"):
        imports = "from claimgrade.calls.failures import *\n"
        text = f"def maker(student, failing, say): {body}\nPICTURES = {{'1b-slope': maker}}"
        (tmp_path / "pictures.py").write_text(imports + text)
        part = PropertyGrade("1b-slope/p", "", verdict, 0, 1, 1, 0, failure)
        one = ClaimGrade("1b-slope", "1b", "", False, verdict, 0, 1, [part])
        graded = msgspec.structs.replace(graded_nothing(toy), claims=[one])
        access = Door()
        pictures = illustrate.pictures(tmp_path, graded, access, Texts(toy.spec, "en"), pytest.fail)
        assert access.begun == 1
        return pictures.get("1b-slope")

    return make


def graded_nothing(assignment):
    run = grade.Run(
        assignment="toy", submission="me", isolation="none", seed=1, examples=1, versions={}
    )
    return grade.grade(assignment.spec, Texts(assignment.spec, "en"), run, {})


@pytest.mark.parametrize(
    "text, told",
    [
        ("import nothing_of_this_name", "nothing_of_this_name"),
        ("PICTURES = {'1z': None}", "the spec has no claim '1z'"),
        ("PICTURES = {'1b-slope': lambda *_: 1 / 0}", "ZeroDivisionError"),
        ("PICTURES = {'1b-slope': lambda *_: ['a cat']}", "Expected `object`, got `str`"),
    ],
)
def test_whatever_mistake_is_in_a_picture_is_told_once(toy, tmp_path, text, told):
    (tmp_path / "pictures.py").write_text(text)
    graded, texts = result(toy)
    faults = []
    made = illustrate.pictures(tmp_path, graded, Door(), texts, lambda *fault: faults.append(fault))
    ((_, how),) = faults
    assert told in how
    assert not any(made.values())


@pytest.mark.parametrize("error", ["Fails('x')", "Missing('x')", "Stopped('crashed', 'x')"])
def test_a_student_who_does_not_answer_has_no_picture(made, error):
    assert issubclass(Missing, BaseException) and issubclass(Stopped, BaseException)
    assert made(f"raise {error}", verdict="holds") == []


@pytest.mark.parametrize("verdict", ["crashed", "timed out", "missing", "grader fault"])
def test_what_did_not_answer_is_not_asked_again(made, verdict):
    failure = Failure(message="", function="affine.slope", inputs={"A": [[1.0]]})
    assert made("1 / 0", failure, verdict) is None


def test_a_maker_gets_arrays_and_what_the_failure_says(made):
    failure = Failure(
        message="",
        function="affine.slope",
        inputs={"A": [["0.5+1j", "2"]], "n": 3},
        required=[1.0],
        yours=[[1.0], [2.0, 3.0]],
    )
    checks = (
        "case = failing['affine.slope']; "
        "assert case.inputs['A'].dtype == complex and case.inputs['n'] == 3; "
        "assert case.required.shape == (1,) and isinstance(case.yours, list); return []"
    )
    assert made(checks, failure) == []


def test_a_case_that_was_too_large_to_keep_makes_no_picture(made):
    inputs = {"A": "array of shape (100, 100)"}
    assert made("1 / 0", Failure(message="", function="affine.slope", inputs=inputs)) is None


@pytest.mark.parametrize(
    "value, said",
    [(0.12345, "0.123"), (-0.0, "0"), (6.4e-4, "6e-4"), (1e12, "1e+12"), (1 + 2j, "1+2j")],
)
def test_numbers_in_pictures_are_short(value, said):
    assert sketch.short(value) == said


def test_what_is_not_finite_is_left_out():
    assert sketch.line("a", [0, 1, 2], [1, np.nan, np.inf]).points == [(0, 1)]
    assert sum(sketch.histogram("a", [0.5, np.nan], (0, 1)).counts) == 1
    assert sketch.panel("a", [[np.nan]], 1.0).cells[0][0].shade == 0


def test_a_histogram_reaches_as_far_as_its_values():
    assert sketch.histogram("a", [-3.0, 0.5], (0, 1), bins=2).edges == [-3, 0, 3]
    assert sketch.histogram("a", [-0.5, 0.5], (0, 1), bins=2).edges == [-1, 0, 1]


# the sheet


def failure(function, yours=None, **inputs):
    plain = {name: np.asarray(value).tolist() for name, value in inputs.items()}
    return Failure(message="", function=function, inputs=plain, yours=yours)


@pytest.fixture
def shown(sheet, tmp_path, monkeypatch):
    """The pictures of a submission: of every claim, or of one whose functions failed so."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "modules", dict(sys.modules))

    def pictures(work, failing=None, language="en"):
        access = InProcess(sheet, Submission(work, sheet.spec.modules))
        texts = Texts(sheet.spec, language)
        result = graded_nothing(sheet)
        for one in result.claims:
            one.verdict = "fails" if failing else "holds"
            cases = failing.get(one.id, []) if failing else []
            for part, failure in zip(one.properties, cases, strict=False):
                part.verdict, part.failure = "fails", failure
        return illustrate.pictures(sheet.tests, result, access, texts, pytest.fail)

    return pictures


@pytest.fixture
def chaff(sheet, tmp_path):
    """A chaff, laid out as a submission."""

    def assemble(name):
        found = {specimen.name: specimen for specimen in specimens.find(sheet, "chaffs")}
        return specimens.assemble(sheet, found[name], tmp_path)

    return assemble


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_claim_has_a_reward_and_all_together_are_small(shown, sheet, language):
    pictures = shown(ROOT / "reference", language=language)
    assert pictures.keys() == sheet.spec.claims.keys()
    assert all(pictures.values())
    drawn = [svg(picture) for group in pictures.values() for picture in group]
    assert sum(len(text.encode()) for text in drawn) < 60_000


def test_the_sentences_of_the_pictures_are_all_used(sheet):
    code = "".join(path.read_text("utf-8") for path in ROOT.glob("tests/*pict*.py"))
    for key in sheet.spec.texts["en"].messages:
        name = key.removeprefix("picture_").removesuffix("_title")
        assert not key.startswith("picture_") or f'"{name}"' in code or f'"{key}"' in code, key


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_left_open_in_their_sentences_has_a_name(sheet, language):
    for key, sentence in sheet.spec.texts[language].messages.items():
        fields = [field for _, field, _, _ in Formatter().parse(sentence) if field is not None]
        assert all(map(str.isidentifier, fields)), key


STEPS = 4
H = [[0.5, 0.25], [0.6, 0.3], [0.2, 0.7], [0.45, 0.55], [0.8, 0.35]]
RUN = {"W": [[0.5, -1.0], [2.0, 1.5]], "h": H, "dL_dh": [[1.0, 2], [-1, 3], [2, 0], [0, 0], [1, 1]]}
PAIRS = [(t, k) for t in range(1, STEPS + 1) for k in range(1, t + 1)]


def cells(grid):
    """{(t, k): cell} of a grid that is labelled so."""
    (panel,) = grid.panels
    rows, columns = ([int(name[4:]) for name in names] for names in (panel.rows, panel.columns))
    return {
        (t, k): cell
        for t, row in zip(rows, panel.cells, strict=True)
        for k, cell in zip(columns, row, strict=True)
        if cell
    }


@pytest.mark.parametrize(
    "name, mark, where",
    [
        ("direct_terms_only", "missing", lambda t, k: k < t),
        ("without_k_1", "missing", lambda t, k: k == 1),
        ("last_loss_only", "missing", lambda t, k: t < STEPS),
        ("overwritten", "missing", lambda t, k: k > 1),
        ("counts_terms_twice", "extra", lambda t, k: k < t),
        ("w_not_transposed", "wrong", lambda t, k: t > 1),
    ],
)
def test_the_grid_of_the_double_sum_marks_what_the_student_left_out(
    shown, chaff, name, mark, where
):
    work = chaff(f"rnn/gradient_{name}")
    failing = {"1b-gradient": [failure("rnn.loss_gradient", **RUN)]}
    (picture,) = shown(work, failing)["1b-gradient"]
    expected = {(t, k): mark if where(t, k) else "" for t, k in PAIRS}
    assert {tk: cell.mark for tk, cell in cells(picture).items()} == expected
    assert picture.key.keys() == {mark}


def test_the_grid_says_how_often_a_term_is_counted(shown, chaff):
    work = chaff("rnn/gradient_counts_terms_twice")
    failing = {"1b-gradient": [failure("rnn.loss_gradient", **RUN)]}
    (picture,) = shown(work, failing)["1b-gradient"]
    said = {tk: cell.text for tk, cell in cells(picture).items() if cell.mark}
    assert said == {(t, k): f"{t - k + 1}×" for t, k in PAIRS if k < t}


def test_a_short_case_is_shown_once_more_with_five_steps(shown, chaff):
    work = chaff("rnn/gradient_direct_terms_only")
    short = RUN | {"h": H[:2], "dL_dh": RUN["dL_dh"][:2]}  # one step: its one term is there
    pictures = shown(work, {"1b-gradient": [failure("rnn.loss_gradient", **short)]})
    (picture,) = pictures["1b-gradient"]
    assert picture.title == "The same for five steps"
    assert max(cells(picture)) == (5, 5)


def test_the_wrong_terms_are_marked(shown, chaff):
    work = chaff("rnn/term_without_chain")
    failing = {"1b-gradient": [failure("rnn.gradient_term", **RUN, t=2, k=1)]}
    (picture,) = shown(work, failing)["1b-gradient"]
    marked = {tk for tk, cell in cells(picture).items() if cell.mark == "wrong"}
    assert marked == {(t, k) for t, k in PAIRS if k < t != 3}  # step 3 has no loss


@pytest.mark.parametrize(
    "listed, mark, where",
    [
        ([[1, 0, 1], [1, 1, 0], [2, 0, 2], [2, 1, 1], [2, 2, 0]], "extra", [(1, 0), (2, 0)]),
        ([[1, 1, 0], [2, 2, 0]], "missing", [(2, 1)]),
        ([[1, 1, 0], [2, 1, 1], [2, 2, 0], [2, 2, 0]], "extra", [(2, 2)]),
        ([[1, 1, 0], [2, 1, 2], [2, 2, 0], [99, 1, 98]], "wrong", [(2, 1)]),
    ],
)
def test_the_grid_of_the_expanded_sum_shows_the_students_list(shown, listed, mark, where):
    """A list of the wrong length is the answer itself: there is no asking again."""
    failing = {"2a-expanded-sum": [failure("rnn.expanded_sum", listed, T=2)]}
    (picture,) = shown(ROOT / "reference", failing)["2a-expanded-sum"]
    assert [tk for tk, cell in cells(picture).items() if cell.mark == mark] == where
    assert picture.key.keys() == {mark}


def test_the_grid_of_the_expanded_sum_asks_for_a_list_of_the_right_length(shown, chaff):
    failing = {"2a-expanded-sum": [failure("rnn.expanded_sum", T=3)]}
    (picture,) = shown(chaff("rnn/expansion_one_factor_more"), failing)["2a-expanded-sum"]
    assert {cell.mark for cell in cells(picture).values()} == {"wrong"}


@pytest.mark.parametrize(
    "name, claim_id, case",
    [
        (
            "rnn/jacobian_factors_swapped",
            "1a-jacobian",
            failure("rnn.layer_jacobian", W=[[1.0, 2], [3, 4]], x=[0.5, 1]),
        ),
        (
            "rnn/state_jacobian_reversed",
            "1b-states",
            failure("rnn.state_jacobian", W=RUN["W"], h=H, t=3, k=0),
        ),
        (
            "rnn/states_from_h_0_only",
            "1b-states",
            failure("rnn.hidden_states", W=RUN["W"], U=RUN["W"], h_0=H[0], x=H[1:]),
        ),
        (
            "rnn/immediate_transposed",
            "1b-gradient",
            failure("rnn.immediate_jacobian", h=H, k=1),
        ),
        (
            "spectrum/power_transpose_for_inverse",
            "2b-power",
            failure("spectrum.power", Q=[[1.0, 1], [1, 2]], eigenvalues=[0.5, -1], n=3),
        ),
        ("spectrum/w30_sign", "2c-w30", failure("spectrum.w_to_the_30th")),
    ],
)
def test_matrices_show_their_wrong_entries(shown, chaff, name, claim_id, case):
    (picture,) = shown(chaff(name), {claim_id: [case]})[claim_id]
    marks = {cell.mark for panel in picture.panels for row in panel.cells for cell in row}
    assert marks == {"", "wrong"}
    assert picture.key == {"wrong": "differs from what is required"}


def test_a_jacobian_of_another_shape_is_shown_as_it_came(shown, chaff):
    yours = [[0.2, 0.1], [0.4, 0.1], [0.6, 0.9]]
    case = failure("rnn.layer_jacobian", yours, W=[[1.0, 2, -3], [-1, 0.5, 4]], x=[1, -0.5, 0.25])
    (picture,) = shown(chaff("rnn/jacobian_transposed"), {"1a-jacobian": [case]})["1a-jacobian"]
    assert [cell.text for cell in picture.panels[-1].cells[2]] == ["0.6", "0.9"]
    assert "another shape" in picture.description


def test_a_wrong_sigmoid_is_drawn_beside_the_right_one(shown, chaff):
    case = failure("rnn.sigmoid_prime", z=[1.0])
    (picture,) = shown(chaff("rnn/sigma_prime_of_tanh"), {"1a-sigma-prime": [case]})[
        "1a-sigma-prime"
    ]
    assert [line.name for line in picture.lines] == ["required", "yours"]
    assert max(y for _, y in picture.lines[1].points) == 1 > picture.band[1]


def test_the_eigenvalues_of_the_failing_case_are_drawn(shown, chaff):
    case = failure("spectrum.limit_of_powers")
    case.inputs["eigenvalues"] = ["0.75+1j", "0.75-1j"]  # as a result holds complex numbers
    (picture,) = shown(chaff("spectrum/limit_of_real_parts"), {"2c-limit": [case]})["2c-limit"]
    (dots,) = picture.dots
    assert dots.points == [(0.75, 1), (0.75, -1)]
    assert "1.25: Mⁿ explodes" in dots.name


def test_the_story_of_the_gates_is_told_with_the_students_functions(shown, chaff):
    case = failure("lstm.hidden_state", o=[1.0], c=[1.0])
    (picture,) = shown(chaff("lstm/hidden_without_tanh"), {"3a-roles": [case]})["3a-roles"]
    assert max(y for _, y in picture.lines[1].points) == 0.8


def test_bars_show_a_gate_outside_its_band(shown, chaff):
    case = failure("lstm.gates", W=[[[0.0]]], b=[[0.0]], h_prev=[], x=[0.0])
    (picture,) = shown(chaff("lstm/gates_output_tanh"), {"3b-ranges": [case]})["3b-ranges"]
    below_zero = {
        part.name
        for part in picture.histograms
        if any(n for n, edge in zip(part.counts, part.edges, strict=False) if edge < -0.01)
    }
    assert below_zero == {"o", "c̃"}


def test_an_interval_that_is_too_wide_is_drawn_around_the_values(shown, chaff):
    work = chaff("lstm/ranges_hidden_state_unbounded")
    (picture,) = shown(work, {"3b-ranges": [failure("lstm.ranges")]})["3b-ranges"]
    bands = {part.name: part.band for part in picture.histograms}
    assert bands["h"] == (-2, 2) and bands["c̃"] == (-1, 1) and bands["f"] == (0, 1)


def test_c_walks_out_of_the_interval_that_was_claimed_for_it(shown, chaff):
    work = chaff("lstm/ranges_cell_confined")
    (picture,) = shown(work, {"3b-ranges": [failure("lstm.ranges")]})["3b-ranges"]
    low, high = picture.band
    ends = [line.points[-1][1] for line in picture.lines]
    assert max(ends) > high and min(ends) < low


def test_the_lines_of_the_carousel_are_required_and_yours(shown, chaff):
    f = [[0.5, 0.25], [0.75, 1], [0.5, 0.125], [0.25, 0.875]]
    case = failure("lstm.cell_jacobian", f=f, t=3, k=0)
    picture, matrices = shown(chaff("lstm/carousel_sum"), {"3c-carousel": [case]})["3c-carousel"]
    required, yours = picture.lines
    assert isinstance(matrices, Grid)
    assert required.points == [(0, 1), (1, 0.875), (2, 0.125), (3, 0.10938)]
    assert required.points != yours.points


def test_the_bound_of_the_failing_case_is_required_and_yours(shown, chaff):
    failing = {"2d-norm-bound": [failure("rnn.jacobian_norm_bound", W=[[3, 0], [0, 4]], t=2, k=0)]}
    (picture,) = shown(chaff("rnn/norm_bound_frobenius"), failing)["2d-norm-bound"]
    required, yours = (line.points[2] for line in picture.lines)
    assert required == (2, pytest.approx((4 / 4) ** 2))
    assert yours == (2, pytest.approx((5 / 4) ** 2))


def test_the_gradient_of_the_biases_marks_its_wrong_entries(shown, chaff):
    run = {
        "W": np.zeros((4, 1, 2)),
        "b": np.zeros((4, 1)),
        "h_0": [0.5],
        "c_0": [1.0],
        "x": [[1.0]],
        "dL_dh": [[0.0], [1.0]],
    }
    failing = {"3d-lstm-gradient": [failure("lstm.loss_gradient", **run)]}
    (picture,) = shown(chaff("lstm/lstm_gradient_output_gate_left_out"), failing)[
        "3d-lstm-gradient"
    ]
    marks = [[bool(cell.mark) for cell in row] for row in picture.panels[-1].cells]
    assert marks == [[False], [False], [True], [False]]  # f, i, o, c̃
