"""The exercise sheet, graded from end to end as a student's work is.

What its properties alone decide is tried in this process, case by case, without a session.
"""

import re
import shutil

import numpy as np
import pytest
from support.results import WRONG, result
from support.toy import ROOT

from claimgrade.assignment.messages import Texts
from claimgrade.assignment.root import Assignment
from claimgrade.calls.failures import Fails, Missing, Shortfall, Stopped
from claimgrade.calls.student import channel_of
from claimgrade.properties import claims, drawing
from claimgrade.reports import html, terminal
from claimgrade.result import outcome

SPEC = Assignment(ROOT).spec
PROPERTIES = sum(len(claim.properties) for claim in SPEC.claims.values())
SEED, EXAMPLES = 20260101, 25


@pytest.fixture
def grade(run):
    def command(work, *options):
        return run("claimgrade", "grade", f"--assignment={ROOT}", work, *options)

    return command


@pytest.fixture(scope="module")
def runs(sheet):
    """The sheet's own tests."""
    return claims.collect(sheet)


@pytest.fixture
def judged(sheet, runs, student_of):
    """{(claim, property): (verdict, failure)} of a hand-in, up to the first case that fails."""

    def tried(work, seed=SEED):
        student, texts = student_of(work, sheet), Texts(sheet.spec, "en")
        found = {}
        for key, run in runs.items():
            channel_of(student).begin_property()
            error = first_error(run, student, seed)
            found[key] = outcome.judge(error, channel_of(student).last_call, texts)
        return found

    return tried


def first_error(run, student, seed):
    attempt = drawing.trying(run, student)
    for case in drawing.every_case(run, EXAMPLES, seed):
        try:
            attempt(case)
        except (Shortfall, Missing, Stopped) as error:
            return error
    return None


def parts(result):
    return [part for claim in result.claims for part in claim.properties]


def is_full(result):
    """Every claim and property is there, and the maxima are the sheet's."""
    maxima = (result.max_score, result.max_bonus)
    return maxima == (100, 15) and len(parts(result)) == PROPERTIES


def lost(judged):
    """What does not hold, by claim and property."""
    return {key: verdict for key, (verdict, _) in judged.items() if verdict != "holds"}


def test_the_reference_gets_every_point(grade):
    session = grade(ROOT / "reference", "--lang=en")
    assert session.code == 0
    assert "100 of 100 points, and 15 of 15 bonus points" in session.output
    result = session.grade()
    assert (result.score, result.bonus) == (100, 15)
    assert is_full(result)


@pytest.mark.parametrize("seed", [1, 987654321])
def test_the_reference_holds_whatever_the_seed(judged, seed):
    assert lost(judged(ROOT / "reference", seed)) == {}


def test_every_point_is_told_in_chinese(sheet):
    graded, texts = result(sheet, "zh")
    assert "得分 100 / 100，附加分 15 / 15" in summary(graded, texts)


def summary(graded, texts):
    """What the terminal shows under a run."""
    lines = terminal.Summary(SPEC, graded, texts, hints=1, student="me").lines()
    return "\n".join(line.text for line in lines)


@pytest.mark.matrix
def test_five_thousand_examples_a_property_raise_no_false_alarm(grade):
    patient = "--deadlines=10,120,3600"  # what is tried here is not the speed of this machine
    options = ("--profile=instructor", "--seed=987654321", patient)
    result = grade(ROOT / "reference", *options).grade()
    assert (result.score, result.bonus) == (100, 15)
    assert result.examples == 5000
    assert max(part.examples for part in parts(result)) >= 5000


def test_the_untouched_template_gets_nothing_and_an_invitation(grade):
    session = grade(ROOT / "student_template", "--lang=en")
    result = session.grade()
    assert (result.score, result.bonus, result.verdicts) == (0, 0, {"missing"})
    assert is_full(result)
    page = (session.directory / "score.html").read_text("utf-8")
    for text in (session.output, page):
        assert "Nothing is implemented yet. Start with rnn.py: sigmoid" in " ".join(text.split())
        assert "Traceback" not in text
    summary = session.output[session.output.index(" 0 of 100 points") :]
    assert len(summary.splitlines()) < 24


def test_the_worked_answers_lose_what_is_wrong_in_them_and_nothing_else(judged):
    """A session of theirs is the run that the README shows."""
    found = judged(ROOT / "specimens/chaffs/worked_answers")
    wrong = {key: found[key][1].message for key in lost(found)}
    bonus = {claim.id for claim in SPEC.claims.values() if claim.bonus}
    assert {claim for claim, _ in wrong} - bonus == {"2c-w30", "3b-ranges"}
    messages = " ".join(wrong.values())
    assert "Your W³⁰[0, 0] = 0.0254347, required 0.0152608" in messages
    assert re.search(r"leaves out o", messages)
    assert re.search(r"confines c", messages)
    assert any(name.startswith("gates_") for claim, name in found.keys() - wrong.keys())


@pytest.fixture
def in_single_precision(tmp_path):
    """The reference, every answer of which is computed, or at least returned, in float32."""
    work = tmp_path / "single"
    shutil.copytree(ROOT / "reference", work / "correct")
    for module in SPEC.modules:
        lines = [
            f"import numpy as np\nfrom correct import {module} as right\n",
            "def single(answer):\n    return np.asarray(answer, np.float32)\n",
        ]
        for name, function in SPEC.functions.items():
            owner, _, short = name.partition(".")
            if owner == module:
                several = len(function.shapes) > 1
                single = "tuple(map(single, answer))" if several else "single(answer)"
                dressed = single if function.kind == "float" else "answer"
                lines.append(
                    f"def {short}(*arguments):\n"
                    f"    answer = right.{short}(*arguments)\n"
                    f"    return {dressed}\n"
                )
        (work / f"{module}.py").write_text("\n".join(lines))
    return work


def test_single_precision_is_told_about_precision_and_not_accused(judged, in_single_precision):
    failures = {
        key: failure for key, (_, failure) in judged(in_single_precision).items() if failure
    }
    assert failures
    for (_, name), failure in failures.items():
        assert name.endswith(("_contract", "_contracts")), (name, failure.message)
        assert "The formula is not in question" in failure.message


def test_hidden_single_precision_is_told_as_well(judged, in_single_precision):
    """A float64 array with float32 accuracy: one step in the middle was computed in float32."""
    for module in SPEC.modules:
        file = in_single_precision / f"{module}.py"
        text = file.read_text().replace("np.float32)", "np.float32).astype(np.float64)")
        file.write_text(text)
    failures = {
        key: failure for key, (_, failure) in judged(in_single_precision).items() if failure
    }
    assert failures
    for key, failure in failures.items():
        assert "was something computed in float32" in failure.message, key


def test_the_ends_of_an_interval_may_be_complex_if_their_imaginary_parts_are_0(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tests")
    import answers

    for ends in ([complex(-1, -0.0), 1 + 0j], np.array([-1, 1], complex)):
        assert answers.interval({"h": ends}, "h") == (-1.0, 1.0)
    with pytest.raises(Fails):
        answers.interval({"h": [-1, 1 + 1e-300j]}, "h")


@pytest.mark.parametrize(
    "text, verdicts",
    [
        ("raise RuntimeError('at import')", "missing"),
        ("def sigmoid(z):\n    return 1 / (1 + ", "crashed missing"),
        ("def __getattr__(name):\n    return lambda *a: 'text'", "fails"),
        ("def __getattr__(name):\n    return lambda *a: None", "fails"),
        ("def __getattr__(name):\n    return lambda *a: float('nan')", "fails"),
        ("def __getattr__(name):\n    return lambda *a: [[1.0, 2.0]] * 7", "fails"),
        ("def __getattr__(name):\n    return lambda *a: (i for i in a)", "fails"),
        ("def __getattr__(name):\n    return lambda *a: {'f': 3, 'c': [1]}", "fails"),
        ("def __getattr__(name):\n    return lambda *a: [a, {'x': None}, 'c']", "fails"),
        ("def __getattr__(name):\n    return lambda *a: 1 / 0", "crashed"),
    ],
)
def test_whatever_is_handed_in_no_property_holds(judged, tmp_path, text, verdicts):
    (tmp_path / "work.py").write_text(text)
    found = judged(tmp_path / "work.py")
    assert {verdict for verdict, _ in found.values()} == set(verdicts.split())


def test_what_is_no_answer_at_all_gets_a_full_result_and_no_point(grade, tmp_path):
    (tmp_path / "work.py").write_text("def __getattr__(name):\n    return lambda *a: iter(a)\n")
    session = grade(tmp_path / "work.py", "--lang=en")
    assert session.code == 0, session.output
    result = session.grade()
    assert is_full(result)
    assert (result.score, result.verdicts) == (0, {"fails"})
    assert "Traceback (most recent" not in session.output


def test_one_file_may_hold_all_the_functions(judged, tmp_path):
    texts = [(ROOT / "reference" / f"{module}.py").read_text("utf-8") for module in SPEC.modules]
    texts[2] = texts[2].replace("def loss_gradient", "def lstm_loss_gradient")
    lines = [
        line
        for text in texts
        for line in text.splitlines()
        if not line.startswith("from .") and "__future__" not in line
    ]
    (tmp_path / "all.py").write_text("\n".join(lines), "utf-8")
    assert lost(judged(tmp_path / "all.py")) == {}


def test_in_one_file_another_modules_function_is_not_taken_for_the_bonus(judged, tmp_path):
    (tmp_path / "all.py").write_text("def loss_gradient(W, h, dL_dh):\n    return 0 * W\n")
    found = judged(tmp_path / "all.py").items()
    verdicts = {id_: {v for (claim, _), (v, _) in found if claim == id_} for id_ in SPEC.claims}
    assert "fails" in verdicts["1b-gradient"]
    assert verdicts["3d-lstm-gradient"] == {"missing"}


def test_a_function_that_hangs_costs_no_other_of_its_name(run, tmp_path):
    shutil.copytree(ROOT / "reference", tmp_path / "work")
    with (tmp_path / "work" / "rnn.py").open("a", encoding="utf-8") as file:
        file.write("\nimport time\n\n\ndef loss_gradient(*arguments):\n    time.sleep(3600)\n")
    options = ("--deadlines=1,60,600", "-k", "gradient", "--score-json=grade.json")
    session = run("pytest", f"--student={tmp_path / 'work'}", f"--assignment={ROOT}", *options)
    verdicts = {claim.id: claim.verdict for claim in session.grade().claims}
    assert verdicts["1b-gradient"] == "timed out"
    assert verdicts["3d-lstm-gradient"] == "holds"


def test_who_leaves_the_bonus_out_loses_nothing_else(judged, tmp_path):
    shutil.copytree(ROOT / "reference", tmp_path / "work")
    for module, function in (("rnn", "jacobian_norm_bound"), ("lstm", "loss_gradient")):
        with (tmp_path / "work" / f"{module}.py").open("a", encoding="utf-8") as file:
            file.write(f"\n\ndel {function}\n")
    bonus = {(claim.id, name) for claim, name in SPEC.properties() if claim.bonus}
    assert lost(judged(tmp_path / "work")) == dict.fromkeys(bonus, "missing")


@pytest.mark.parametrize("language, said", [("en", "not begun"), ("zh", "未做")])
def test_who_leaves_the_bonus_out_reads_of_100_points(sheet, tmp_path, language, said):
    bonus = [name for claim, name in SPEC.properties() if claim.bonus]
    graded, texts = result(sheet, language, dict.fromkeys(bonus, WRONG), verdict="missing")
    html.write(SPEC, graded, texts, tmp_path / "score.html")
    told = summary(graded, texts)
    page = (tmp_path / "score.html").read_text("utf-8")
    score = {"en": "100 of 100 points", "zh": "得分 100 / 100"}[language]
    for text in (told, page):
        assert score in text
        assert "15 bonus" not in text and "/ 15" not in text
    row = next(line for line in told.splitlines() if line.startswith("2d, 3d"))
    assert row.removeprefix("2d, 3d").strip() == said
    assert {"en": "11 of 11 claims hold", "zh": "11 条命题中有 11 条成立"}[language] in page
    assert not any(claim.falls_short for claim in graded.claims)


TRIVIAL = {
    "zeros": ("np.zeros({shape})", "'bounded'", "{}"),
    "ones": ("np.ones({shape})", "'vanishes'", "[]"),
    "identities": ("identity({shape})", "'explodes'", "['f', 'i', 'o', 'c_tilde', 'c', 'h']"),
    "the first argument": ("fitted(arguments, {shape})", "'bounded'", "everything"),
    "the last argument": ("fitted(arguments[::-1], {shape})", "'vanishes'", "everything"),
}
HELPERS = """
import numpy as np

everything = {name: (-np.inf, np.inf) for name in ("f", "i", "o", "c_tilde", "c", "h")}

def identity(shape):
    return np.all(np.indices(shape) == np.indices(shape)[:1], axis=0) * 1.0 if shape else 1.0

def fitted(arguments, shape):
    same = [a for a in arguments if np.shape(a) == shape]
    return np.array(same[0]) if same else np.zeros(shape)
"""


@pytest.mark.parametrize("name", TRIVIAL)
def test_an_answer_of_the_right_form_alone_earns_nothing(judged, tmp_path, name):
    """Bounds and identities that a constant satisfies are paired with values."""
    numbers, word, data = TRIVIAL[name]
    for module in SPEC.modules:
        lines = [HELPERS]
        for full_name, function in SPEC.functions.items():
            owner, _, short = full_name.partition(".")
            if owner == module:
                answer = {"text": word, "data": data}.get(function.kind, numbers)
                sizes, *all_shapes = shapes_in_python(function)
                answers = ", ".join(answer.replace("{shape}", shape) for shape in all_shapes)
                lines.append(f"def {short}(*arguments):\n    {sizes}\n    return {answers}\n")
        (tmp_path / "work").mkdir(exist_ok=True)
        (tmp_path / "work" / f"{module}.py").write_text("\n".join(lines))
    found = judged(tmp_path / "work")
    assert [key for key, (verdict, _) in found.items() if verdict == "holds"] == []


def shapes_in_python(function):
    """An assignment that reads the sizes off the arguments, and every shape of the answer."""
    reads = []
    for place, (name, shape) in enumerate(function.arguments.items()):
        if shape == "integer":
            reads.append(f"{name} = arguments[{place}]")
        elif shape == "...":
            reads.append(f"any_shape = np.shape(arguments[{place}])")
        for axis, entry in enumerate(shape.split()):
            if shape not in ("integer", "data", "...") and entry.removesuffix("+1").isidentifier():
                less = "- 1" if entry.endswith("+1") else ""
                entry = entry.removesuffix("+1")
                reads.append(f"{entry} = np.shape(arguments[{place}])[{axis}] {less}".rstrip())
    entries = [shape.replace("/", "//").split() for shape in function.shapes]
    shapes = [f"({''.join(f'{entry}, ' for entry in shape)})" for shape in entries]
    return "; ".join(reads) or "pass", *(s.replace("(..., )", "any_shape") for s in shapes)
