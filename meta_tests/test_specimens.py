"""Every wheat gets all the points; every chaff loses exactly the claims that it names.

Here as a student's work is graded, isolated: the wheats, and one in so many chaffs of the sheet.
`claimgrade validate`, whose output the README shows and a test compares, tries every chaff.
"""

import re
import shutil

import msgspec
import pytest

from claimgrade import specimens
from claimgrade.assignment import Assignment
from claimgrade.grade import Grade
from claimgrade.isolation.readable import PACKAGES
from claimgrade.spec import LANGUAGES
from conftest import ROOT, TOY

SHEET = Assignment(ROOT)
TOYS = Assignment(TOY)
EVERY = 8  # of the sheet's chaffs
TRIED = [
    (assignment, specimen)
    for assignment, kind, every in (
        (TOYS, "wheats", 1),
        (TOYS, "chaffs", 1),
        (SHEET, "wheats", 1),
        (SHEET, "chaffs", EVERY),
    )
    for specimen in specimens.find(assignment, kind)[::every]
]


@pytest.mark.parametrize(
    "assignment, specimen", TRIED, ids=[f"{a.spec.name}-{s.name}" for a, s in TRIED]
)
def test_a_specimen_loses_exactly_what_it_names(server, tmp_path, cache, assignment, specimen):
    if specimen.missing:
        pytest.skip(f"needs {', '.join(specimen.missing)}, which is not installed here")
    (tmp_path / "work").mkdir()
    work = specimens.assemble(assignment, specimen, tmp_path / "work")
    environment = {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(cache)}
    server.grade(assignment.root, work, tmp_path, options(specimen), environment)
    result = msgspec.json.decode((tmp_path / "grade.json").read_bytes(), type=Grade)
    lost = {claim.id for claim in result.claims if claim.falls_short}
    assert lost == specimen.loses, (tmp_path / "output.txt").read_text("utf-8")


def options(specimen):
    """Isolated, unless the specimen needs a package that no isolated worker may read."""
    isolated = set(specimen.needs) <= set(PACKAGES)
    return ["--score-json=grade.json", *([] if isolated else ["--in-process"])]


def test_there_are_enough_of_them():
    assert len(specimens.find(SHEET, "wheats")) >= 30
    assert len(specimens.find(SHEET, "chaffs")) >= 150


def test_a_wheat_that_needs_nothing_is_there_for_every_module():
    plain = {wheat.module for wheat in specimens.find(SHEET, "wheats") if not wheat.needs}
    assert plain == set(SHEET.spec.modules)


def test_the_sentences_of_chaffs_are_short_enough_to_follow_looks_like():
    for chaff in specimens.find(SHEET, "chaffs"):
        assert len(chaff.sentences["en"]) <= 90, chaff.path
        assert len(chaff.sentences["zh"]) <= 60, chaff.path
        assert re.search("[\u4e00-\u9fff]", chaff.sentences["zh"]), chaff.path
        assert not re.search("[\u4e00-\u9fff]", chaff.sentences["en"]), chaff.path


def test_every_claim_has_a_chaff_that_loses_it():
    lost = {claim for chaff in specimens.find(SHEET, "chaffs") for claim in chaff.loses}
    assert lost == set(SHEET.spec.claims)


SAID = "'''Odd.\n\n奇怪。'''\n"


@pytest.mark.parametrize(
    "kind, text, message",
    [
        ("chaffs", "LOSES = ['1a-affine']\n", "one paragraph a language: en, zh; here are 0"),
        ("chaffs", "'''Wrong.'''\n", "one paragraph a language: en, zh; here are 1"),
        ("wheats", "'''One.\n\n一。\n\nTwo.'''\n", "one paragraph a language: en, zh; here are 3"),
        ("chaffs", SAID, "but it names the claims that it must lose"),
        ("chaffs", SAID + "LOSES = ['9z']\n", "'9z', which is no claim of the spec"),
        ("wheats", SAID + "LOSES = ['1a-affine']\n", "but it loses nothing"),
    ],
)
def test_a_specimen_that_does_not_say_what_it_is_is_refused(course, kind, text, message):
    (course / "specimens" / kind / "affine" / "odd.py").write_text(text, "utf-8")
    with pytest.raises(specimens.SpecimenError, match=message):
        specimens.find(Assignment(course), kind)


def test_a_specimen_says_what_it_is_in_each_language_and_what_it_needs(course):
    text = SAID + "NEEDS = ['numpy', 'no_such_package']\n"
    (course / "specimens" / "wheats" / "affine" / "odd.py").write_text(text, "utf-8")
    _, odd = specimens.find(Assignment(course), "wheats")
    assert odd.sentences == dict(zip(LANGUAGES, ["Odd.", "奇怪。"], strict=True))
    assert odd.needs == ("numpy", "no_such_package")
    assert odd.missing == ["no_such_package"]


@pytest.fixture
def course(tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    return tmp_path / "course"
