"""A wrong spec is a sentence that names file and key."""

import shutil

import pytest
from support.toy import ROOT, TOY

from claimgrade.assignment import spec, spec_files


@pytest.fixture
def edited(tmp_path):
    """A copy of toy's spec with one text replaced by another in one of its files."""

    def edit(name, old, new):
        copy = tmp_path / "spec"
        shutil.copytree(TOY / "spec", copy)
        text = (copy / name).read_text("utf-8")
        assert old in text
        (copy / name).write_text(text.replace(old, new, 1), "utf-8")
        return copy

    return edit


@pytest.mark.parametrize(
    "file, old, new, message",
    [
        ("affine.toml", "points = 6", "pionts = 6", "unknown field `pionts`"),
        ("affine.toml", "points = 6", "pionts = 6", "claim 1a-affine"),
        ("affine.toml", "points = 6", "points = 7", "points = 10, but the points .* add up to 11"),
        ("affine.toml", "points = 6", "points = -6", "points"),
        ("affine.toml", "points = 6", "points = '6'", "points"),
        ("affine.toml", "f_of_zero_is_b = 2", "f_of_zero_is_b = 0", "f_of_zero_is_b|properties"),
        ("affine.toml", "f_of_zero_is_b = 2", "f_of_one = 2", "'f_of_one' is missing"),
        ("affine.toml", "f_of_zero_is_b = 2", "f_of_one = 2", "'f_of_zero_is_b' is unknown"),
        ("affine.toml", 'id = "1b-slope"', 'id = "1a-affine"', "id is taken"),
        ("affine.toml", 'id = "1b-slope"', 'id = "slope"', "begins with its exercise, '1b'"),
        ("affine.toml", '["slope"]', '["slop"]', "functions names 'slop'"),
        ("affine.toml", '"float m n"', '"flaot m n"', "functions.slope.returns = 'flaot m n'"),
        ("affine.toml", '"float m n"', '"float m k"', "no argument gives k"),
        ("affine.toml", '"float m n"', '"float m, k"', "no argument gives k"),
        ("affine.toml", '"float m n"', '"float m n!"', "'n!' is not a size"),
        ("affine.toml", '"float m n"', '"float (m, n)"', 'a blank between sizes, as in "T.1 n"'),
        ("affine.toml", '{ A = "m n" }', '{ A = "2*m n" }', "functions.slope: no argument gives m"),
        (
            "affine.toml",
            '{ A = "m n" }',
            '{ A = "float m n" }',
            "arguments.A = 'float m n': an arg",
        ),
        ("affine.toml", '{ A = "m n" }', '["A"]', r"Expected `object`.*\(function slope\)"),
        ("affine.toml", 'returns = "float m"', 'return = "m"', r"`return`.*\(function affine\)"),
        ("affine.toml", "[functions.slope]", "[functions.slope", "is not TOML"),
        ("assignment.toml", '["affine"]', '["linear"]', "linear.toml is missing"),
        ("assignment.toml", "points = 10", 'points = 10\npackages = ["claimgrade"]', "packages"),
        ("assignment.toml", "points = 10", 'points = 10\npackages = "numpy"', "packages"),
        ("assignment.toml", "points = 10", "", "missing required field `points`"),
        (
            "text/zh.toml",
            "[claims.1b-slope]",
            "[claims.1c-slope]",
            r"zh.toml: Object missing required field .*\(claim 1c-slope\)",
        ),
        ("text/en.toml", "[messages]", '[messages]\nodd = "{a}"', "zh.toml.*'odd' is missing"),
    ],
)
def test_a_wrong_spec_names_file_and_key(edited, file, old, new, message):
    directory = edited(file, old, new)
    with pytest.raises(spec.SpecError, match=message) as error:
        spec_files.load(directory)
    assert ".toml" in str(error.value)


def test_placeholders_agree_between_languages(edited):
    directory = edited("text/en.toml", "[messages]", '[messages]\nodd = "{a}"')
    chinese = directory / "text" / "zh.toml"
    chinese.write_text(chinese.read_text("utf-8") + 'odd = "{b}"\n', "utf-8")
    with pytest.raises(spec.SpecError, match="placeholders of odd: 'a' is missing; 'b' is unknown"):
        spec_files.load(directory)


def test_a_size_that_occurs_in_sums_alone_is_given_by_no_argument(edited):
    before, after = 'A = "m n", b = "m", x = "n"', 'A = "m m+n", b = "m", x = "m+n"'
    with pytest.raises(spec.SpecError, match=r"functions\.affine: no argument gives n"):
        spec_files.load(edited("affine.toml", before, after))


def test_the_bonus_claims_of_the_sheet_stand_last_and_are_worth_15_points():
    claims = list(spec_files.load(ROOT / "spec").claims.values())
    bonus = [claim for claim in claims if claim.bonus]
    assert claims[-len(bonus) :] == bonus
    assert sum(claim.points for claim in bonus) == 15


def test_a_claim_needs_a_property(edited):
    text = "f_of_x_is_Ax_plus_b = 3\nf_of_zero_is_b = 2\naffine_keeps_its_contract = 1\n"
    with pytest.raises(spec.SpecError, match="claim 1a-affine: properties is empty"):
        spec_files.load(edited("affine.toml", text, ""))


def test_the_sheet_is_worth_100_points_and_every_claim_has_three_questions():
    sheet = spec_files.load(ROOT / "spec")
    assert sheet.points == 100
    for language in spec.LANGUAGES:
        for id_, text in sheet.texts[language].claims.items():
            assert len(text.hints) == 3, id_
            assert all(hint.endswith(("?", "？")) for hint in text.hints), id_


def test_every_function_of_the_sheet_belongs_to_a_claim():
    sheet = spec_files.load(ROOT / "spec")
    claimed = {function for claim in sheet.claims.values() for function in claim.functions}
    assert {name.partition(".")[2] for name in sheet.functions} == claimed
