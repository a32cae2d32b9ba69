"""Every wheat gets all the points; every chaff loses exactly the claims that it names."""

import shutil

import pytest

from claimgrade import specimens
from claimgrade.assignment import Assignment
from conftest import ROOT, TOY

SHEET = Assignment(ROOT)
TOYS = Assignment(TOY)
ALL = [
    (assignment, specimen)
    for assignment in (TOYS, SHEET)
    for kind in ("wheats", "chaffs")
    for specimen in specimens.find(assignment, kind)
]


@pytest.mark.parametrize(
    "assignment, specimen", ALL, ids=[f"{a.spec.name}-{s.name}" for a, s in ALL]
)
def test_a_specimen_loses_exactly_what_it_names(run, tmp_path, assignment, specimen):
    (tmp_path / "work").mkdir()
    work = specimens.assemble(assignment, specimen, tmp_path / "work")
    session = run(
        "claimgrade", "grade", f"--assignment={assignment.root}", work, "-o", tmp_path / "out"
    )
    assert session.code == 0, session.output
    result = session.grade(f"out/{work.name}/grade.json")
    assert {claim.id for claim in result.claims if claim.falls_short} == specimen.loses


def test_there_are_enough_of_them():
    assert len(specimens.find(SHEET, "wheats")) >= 8
    assert len(specimens.find(SHEET, "chaffs")) >= 40


def test_every_claim_has_a_chaff_that_loses_it():
    lost = {claim for chaff in specimens.find(SHEET, "chaffs") for claim in chaff.loses}
    assert lost == set(SHEET.spec.claims)


@pytest.mark.parametrize(
    "kind, text, message",
    [
        ("chaffs", "LOSES = ['1a-affine']\n", "begins with a docstring"),
        ("chaffs", "'''Wrong.'''\n", "but it names the claims that it must lose"),
        ("chaffs", "'''Wrong.'''\nLOSES = ['9z']\n", "'9z', which is no claim of the spec"),
        ("wheats", "'''Right.'''\nLOSES = ['1a-affine']\n", "but it loses nothing"),
    ],
)
def test_a_specimen_that_does_not_say_what_it_is_is_refused(tmp_path, kind, text, message):
    shutil.copytree(TOY, tmp_path / "course")
    (tmp_path / "course" / "specimens" / kind / "affine" / "odd.py").write_text(text)
    with pytest.raises(specimens.SpecimenError, match=message):
        specimens.find(Assignment(tmp_path / "course"), kind)
