"""What trials prove, and what is surprising in them."""

import pytest

from claimgrade.assignment.spec import SpecError
from claimgrade.validation import excused
from claimgrade.validation import page as report
from claimgrade.validation.excused import Excused
from claimgrade.validation.faults import Fault
from claimgrade.validation.kill_matrix import Proof, Row
from claimgrade.validation.subjects import Subject
from claimgrade.validation.trials import Trial

AFFINE, SLOPE = "1a-affine", "1b-slope"
VALUE, ZERO = (AFFINE, "f_of_x_is_Ax_plus_b"), (AFFINE, "f_of_zero_is_b")
THE_SLOPE = SLOPE, "the_slope_is_A"
NOTHING = Excused({}, {})
CONTRACTS = (AFFINE, "affine_keeps_its_contract"), (SLOPE, "slope_keeps_its_contract")


def trial(name, kind, loses=(), seed=1, **kills):
    keys = {"value": VALUE, "zero": ZERO, "slope": THE_SLOPE}
    keys |= dict(zip(("contract", "slope_contract"), CONTRACTS, strict=True))
    subject = Subject(name, kind, "What it is.", frozenset(loses), frozenset(), lambda home: home)
    return Trial(subject, seed, {keys[key]: example for key, example in kills.items()})


CAUGHT = [
    trial("loops", "wheat", value=None, zero=None),
    trial("no_offset", "chaff", [AFFINE], value=1, zero=3),
    trial("single", "chaff", [AFFINE, SLOPE], contract=1, slope_contract=1),
    trial("transposed", "chaff", [SLOPE], slope=7),
    trial("affine: + -> -", "mutant", value=1),
]


@pytest.fixture
def prove(toy):
    def proof(*more, equivalents=(), earned=()):
        excused = Excused(*(dict.fromkeys(one, "It is so.") for one in (equivalents, earned)))
        return Proof(toy.spec, [*CAUGHT, *more], excused, {})

    return proof


def test_a_suite_that_catches_all_has_no_surprise(prove):
    proof = prove()
    assert proof.surprises == []
    assert proof.claim(SLOPE) == Row(caught=2, named=2, alone=2, median=4, worst=7)
    assert proof.property(ZERO) == Row(caught=1, named=2, alone=0, median=3, worst=3)
    assert proof.property(THE_SLOPE) == Row(caught=1, named=2, alone=1, median=7, worst=7)
    assert VALUE in proof.redundant() and THE_SLOPE not in proof.redundant()
    assert list(report.lines(proof))[-1].startswith("No surprise")


@pytest.mark.parametrize(
    "more, kind, sentence",
    [
        (
            trial("honest", "wheat", seed=5, zero=9),
            "false alarm",
            "honest is correct, but fails 1a-affine/f_of_zero_is_b at example 9 of seed 5",
        ),
        (
            trial("sly", "chaff", [AFFINE], seed=5, value=None, zero=None),
            "survivor",
            "sly keeps 1a-affine with seed 5",
        ),
        (
            trial("broad", "chaff", [AFFINE], value=1, slope=2),
            "wrong attribution",
            "broad loses 1b-slope, which it does not name, by the_slope_is_A",
        ),
        (
            trial("affine: x -> y", "mutant", value=None),
            "surviving mutant",
            "affine: x -> y keeps every point; catch it, or list it in equivalent.toml",
        ),
    ],
)
def test_a_surprise_is_told(prove, more, kind, sentence):
    assert (kind, sentence) in prove(more).surprises


def test_what_a_property_raises_is_told_once_a_line_with_an_input_that_made_it(prove):
    fault = Fault("tests/test_affine.py:7", "raises ZeroDivisionError: division by zero", "x = 0")
    met = [
        trial(name, "mutant", value=None)._replace(faults=((VALUE, fault._replace(given=given)),))
        for name, given in (("one", "x = 0"), ("two", "x = 1"))
    ]
    told = [one for one in prove(*met).surprises if one.kind == "internal grader error"]
    assert [one.sentence for one in told] == [
        "1a-affine/f_of_x_is_Ax_plus_b raises ZeroDivisionError: division by zero, "
        "at tests/test_affine.py:7, tried on one and 1 more (seed 1): x = 0"
    ]


def test_what_a_form_alone_holds_is_told_unless_it_is_listed(prove):
    ones = trial("ones", "form", value=None, zero=1)
    (surprise,) = prove(ones).surprises
    assert surprise.kind == "points for nothing"
    assert "ones, whatever is asked, earns 1a-affine/f_of_x_is_Ax_plus_b" in surprise.sentence
    key = "ones", "1a-affine/f_of_x_is_Ax_plus_b"
    assert prove(ones, earned=[key]).surprises == []
    (surprise,) = prove(trial("ones", "form", value=2), earned=[key]).surprises
    assert surprise.kind == "not earned"


def test_a_claim_is_caught_only_with_every_seed(prove):
    proof = prove(
        trial("rare", "chaff", [AFFINE], seed=1, value=4),
        trial("rare", "chaff", [AFFINE], seed=2, value=None),
    )
    assert proof.claim(AFFINE)[:2] == (2, 3)
    assert ("survivor", "rare keeps 1a-affine with seed 2") in proof.surprises


def test_a_mutant_is_equivalent_only_if_it_is_listed_and_survives(prove):
    same = trial("affine: x -> +x", "mutant", value=None)
    assert prove(same, equivalents=["affine: x -> +x"]).surprises == []
    for name, why in [("affine: + -> -", "but is killed"), ("gone", "but is no mutant")]:
        (surprise,) = prove(equivalents=[name]).surprises
        assert surprise == ("not equivalent", f"{name} is listed in equivalent.toml, {why}")


def test_a_claim_without_a_chaff_is_told(toy):
    chaff = trial("wrong", "chaff", [AFFINE], value=1, zero=1, contract=1)
    surprises = Proof(toy.spec, [chaff], NOTHING, {}).surprises
    assert surprises == [("unexercised claim", "1b-slope is named by no chaff")]


def test_a_property_that_catches_nothing_is_told(toy):
    chaffs = [one for one in CAUGHT if one.subject.name != "single"]
    assert set(Proof(toy.spec, chaffs, NOTHING, {}).surprises) == {
        ("idle property", "1a-affine/affine_keeps_its_contract catches no chaff of its claim"),
        ("idle property", "1b-slope/slope_keeps_its_contract catches no chaff of its claim"),
    }


def test_a_property_that_needs_many_examples_is_told(prove):
    proof = prove(*(trial(f"late{n}", "chaff", [SLOPE], slope=40 + n) for n in range(3)))
    (surprise,) = proof.surprises
    assert surprise.kind == "slow property"
    assert "1b-slope/the_slope_is_A needs 40.5 examples in the median" in surprise.sentence


def test_the_terminal_has_a_line_a_claim_within_its_width(prove):
    lines = list(report.lines(prove(trial("honest", "wheat", zero=9))))
    assert any(line.split() == ["1b-slope", "2", "2", "4", "7"] for line in lines)
    assert "2 wheats, 3 chaffs, 1 mutants of the reference (0 equivalent), 1 seed." in lines
    assert lines[-1] == "1 surprise."
    assert all(len(line) < 80 for line in lines if ": " not in line)


def test_the_page_shows_the_matrix_and_escapes_what_it_shows(prove, tmp_path):
    proof = prove(trial("<b>", "wheat", zero=9), equivalents=["a < b -> b"])
    report.write(proof, tmp_path / "proof.html")
    page = (tmp_path / "proof.html").read_text("utf-8")
    assert page.count("<rect") == 5
    assert 'class="surprise"' in page and "&lt;b&gt; is correct, but fails" in page
    assert "a &lt; b -&gt; b" in page and "<b>:" not in page
    assert "no_offset: 1a-affine lost at example 1" in page


def test_a_list_of_equivalents_that_is_wrong_is_told_by_file_and_key(tmp_path):
    assert excused.read(tmp_path) == NOTHING
    file = tmp_path / "equivalent.toml"
    file.write_text('[[equivalent]]\nreason = "so"\nmutants = ["a", "b"]\n')
    assert excused.read(tmp_path) == ({"a": "so", "b": "so"}, {})
    with file.open("a") as more:
        more.write('[[earned]]\nform = "ones"\nreason = "so"\nproperties = ["1a/x"]\n')
    assert excused.read(tmp_path).earned == {("ones", "1a/x"): "so"}
    for wrong, message in [("[[equivalent]]\n", "reason"), ("=", "equivalent.toml")]:
        file.write_text(wrong)
        with pytest.raises(SpecError, match=message):
            excused.read(tmp_path)
