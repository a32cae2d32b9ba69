"""Points are a pure function of the spec and of what each property ended with."""

import inspect
import json

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.toy import ROOT, TOY

from claimgrade.assignment.messages import Texts
from claimgrade.assignment.root import Assignment
from claimgrade.result import grade, grade_file
from claimgrade.result.grade import Failure, Outcome, Run
from claimgrade.storage import files

SPEC = Assignment(TOY).spec
KEYS = [(claim.id, name) for claim, name in SPEC.properties()]
RUN = Run(
    assignment="toy",
    submission="s",
    isolation="none",
    seed=1,
    examples=100,
    versions={"python": "3"},
)
VERDICTS = ["holds", "fails", "missing", "crashed", "timed out", "grader fault", "not run"]


def graded(**verdicts):
    outcomes = {
        key: Outcome(claim=key[0], property=key[1], verdict=verdict, failure=Failure(message="m"))
        for key in KEYS
        if (verdict := verdicts.get(key[1], verdicts.get("rest")))
    }
    return grade.grade(SPEC, Texts(SPEC, "en"), RUN, outcomes)


def test_all_that_holds_is_all_the_points():
    result = graded(rest="holds")
    assert (result.score, result.max_score) == (10, 10)


def test_a_claim_is_worth_the_share_of_its_weights_that_hold():
    result = graded(rest="holds", f_of_zero_is_b="fails")
    first = result.claims[0]
    assert first.points == pytest.approx(6 * 4 / 6)
    assert first.verdict == "fails"
    assert result.score == pytest.approx(8)


@given(st.dictionaries(st.sampled_from([name for _, name in KEYS]), st.sampled_from(VERDICTS)))
def test_every_property_is_present_with_its_maximum_whatever_happened(verdicts):
    result = graded(**verdicts)
    parts = [part for claim in result.claims for part in claim.properties]
    assert [part.id for part in parts] == [f"{id_}/{name}" for id_, name in KEYS]
    assert sum(part.max_points for part in parts) == pytest.approx(10)
    assert sum(part.points for part in parts) == pytest.approx(result.score)
    for part in parts:
        assert part.points == (part.max_points if part.verdict == "holds" else 0)


def test_what_never_ran_is_not_held():
    result = graded()
    assert result.score == 0
    assert result.verdicts == {"not run"}


@pytest.mark.parametrize("worst", [v for v in VERDICTS if v != "holds"])
def test_a_claim_is_as_bad_as_its_worst_property(worst):
    assert graded(rest="holds", the_slope_is_A=worst).claims[1].verdict == worst


def test_a_thousand_thirds_make_a_whole():
    for claim in graded(rest="holds").claims:
        assert claim.points == claim.max_points


def meaning(schema):
    """Without what a version of msgspec or Python decides: indentation, and order where none is."""
    match schema:
        case dict():
            return {key: meaning(value) for key, value in schema.items()}
        case list():
            return sorted(map(meaning, schema), key=json.dumps)
        case str():
            return inspect.cleandoc(schema)
        case _:
            return schema


def test_the_schema_that_ships_is_the_schema_of_the_records():
    shipped = json.loads((ROOT / "src/claimgrade/result/schemas/grade-1.json").read_text("utf-8"))
    assert meaning(shipped) == meaning(grade_file.json_schema()), (
        "run: python -m meta_tests.tools.regenerate"
    )


def test_a_result_obeys_the_schema_and_comes_back(tmp_path):
    result = graded(rest="holds", the_slope_is_A="crashed")
    grade_file.write(result, tmp_path / "deep" / "grade.json")
    raw = (tmp_path / "deep" / "grade.json").read_bytes()
    jsonschema.validate(json.loads(raw), grade_file.json_schema())
    assert msgspec.json.decode(raw, type=grade.Grade) == result


def test_a_write_that_fails_leaves_what_was_there(tmp_path, monkeypatch):
    target = tmp_path / "grade.json"
    files.write(target, b"old")
    monkeypatch.setattr(files.os, "replace", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        files.write(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
