"""What specimens there are, what each says of itself, and in what it differs from the reference.

That every wheat keeps its points, and every chaff loses exactly the claims that it names, is what
`claimgrade validate` proves, whose output docs/proof.md shows and a test compares; a trial is shown
to find what a session finds in `test_validate`. Here a few go through whole sessions, isolated.
"""

import re
import shutil

import msgspec
import pytest
from support.toy import ROOT, TOY

from claimgrade.assignment import specimens
from claimgrade.assignment.root import Assignment
from claimgrade.assignment.spec import LANGUAGES
from claimgrade.diagnosis.catalogue import Catalogue
from claimgrade.result.grade import Grade

SHEET = Assignment(ROOT)
TOYS = Assignment(TOY)
EVERY = {
    assignment: {
        one.name: one for kind in ("wheats", "chaffs") for one in specimens.find(assignment, kind)
    }
    for assignment in (SHEET, TOYS)
}
TRIED = [
    (TOYS, "affine/loops"),
    (TOYS, "affine/no_offset"),
    (SHEET, "lstm/torch_cell"),
    (SHEET, "rnn/module_no_longer_imports"),
]


@pytest.mark.parametrize("assignment, name", TRIED, ids=[name for _, name in TRIED])
def test_a_specimen_loses_exactly_what_it_names(server, tmp_path, assignment, name):
    specimen = EVERY[assignment][name]
    if specimen.missing:
        pytest.skip(f"needs {', '.join(specimen.missing)}, which is not installed here")
    (tmp_path / "work").mkdir()
    work = specimens.assemble(assignment, specimen, tmp_path / "work")
    environment = {"LC_ALL": "C.UTF-8"}
    server.grade(assignment.root, work, tmp_path, ["--score-json=grade.json"], environment)
    result = msgspec.json.decode((tmp_path / "grade.json").read_bytes(), type=Grade)
    lost = {claim.id for claim in result.claims if claim.falls_short}
    assert lost == specimen.loses, (tmp_path / "output.txt").read_text("utf-8")


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


# what a specimen overrides


def differing(catalogue, specimen, functions):
    """The functions of its module that are another object than the reference's once it is loaded.

    None of one that cannot be loaded.
    """
    namespace = {}
    try:
        text = specimens.text_of(specimen, specimen.module)
        exec(compile(text, specimen.path, "exec"), namespace)
    except SyntaxError:
        return set()
    return {
        function
        for function in functions
        if namespace.get(function.partition(".")[2]) is not catalogue.reference(function)
    }


@pytest.mark.parametrize("assignment", [TOYS, SHEET], ids=["toy", "sheet"])
def test_what_a_specimen_overrides_is_what_it_has_other_than_the_reference(assignment):
    catalogue, wrong = Catalogue(assignment), {}
    parts = [one for one in EVERY[assignment].values() if one.module and not one.missing]
    with catalogue.open():
        for specimen in parts:
            own = [f for f in assignment.spec.functions if f.startswith(f"{specimen.module}.")]
            said = specimens.overridden(assignment, specimen)
            if not said >= set(assignment.spec.functions):  # which may change what it likes
                differ = differing(catalogue, specimen, own)
                wrong |= {specimen.name: (said, differ)} if said != differ else {}
    assert wrong == {}
    assert len(parts) > 2


def test_who_diagnoses_and_who_validates_give_one_answer():
    chaffs = [one for one in specimens.find(SHEET, "chaffs") if one.module]
    overridden = [(one, specimens.overridden(SHEET, one)) for one in chaffs]
    for function in SHEET.spec.functions:
        module, _, name = function.partition(".")
        found = [one for one, functions in overridden if function in functions]
        assert specimens.overriding(SHEET, module, name) == found != []


@pytest.mark.parametrize(
    "text, overrides",
    [
        ("def slope(A): ...", ["slope"]),
        ("@staticmethod\ndef slope(A): ...", ["slope"]),
        ("if 1:\n    def slope(A): ...", ["slope"]),
        ("class slope: ...", ["slope"]),
        ("slope = affine = abs", ["affine", "slope"]),
        ("(slope := abs)", ["slope"]),
        ("for slope in []: ...", ["slope"]),
        ("def change():\n    global slope\n    slope = 1", ["slope"]),
        ("from correct.affine import slope", []),
        ("from correct.affine import slope as slope, affine", []),
        ("from correct.affine import *", []),
        ("from correct.affine import slope as right", []),
        ("from correct.affine import slope as right\ndef affine(A, b, x): ...", ["affine"]),
        ("from correct.affine import slope\nslope = abs", ["slope"]),
        ("from correct.affine import affine as slope", ["slope"]),
        ("from correct.other import slope", ["slope"]),
        ("from elsewhere import slope", ["slope"]),
        ("import elsewhere as slope", ["slope"]),
        ("try:\n    from elsewhere import f as affine\nexcept ImportError: pass", ["affine"]),
        ("from elsewhere import *", ["affine", "slope"]),
        ("import correct", ["affine", "slope"]),
        ("import correct.affine as right", ["affine", "slope"]),
        ("from correct import affine as right", ["affine", "slope"]),
        ("def helper(slope): affine = slope", []),
        ("class Both:\n    def slope(A): ...", []),
        ("import numpy as np", []),
    ],
)
def test_a_specimen_overrides_what_it_binds_to_something_else(course, text, overrides):
    (course / "specimens/wheats/affine/odd.py").write_text(SAID + text + "\n", "utf-8")
    [odd] = [one for one in specimens.find(Assignment(course), "wheats") if "odd" in one.name]
    assert specimens.overridden(TOYS, odd) == {f"affine.{name}" for name in overrides}


def test_a_whole_submission_overrides_what_it_has(course):
    whole = course / "specimens/chaffs/whole"
    whole.mkdir()
    (whole / "specimen.py").write_text(SAID + "LOSES = ['1a-affine']\n", "utf-8")
    [one] = [one for one in specimens.find(Assignment(course), "chaffs") if one.module is None]
    assert specimens.overridden(TOYS, one) == set()
    (whole / "affine.py").write_text("def affine(A, b, x): return b\n", "utf-8")
    assert specimens.overridden(TOYS, one) == {"affine.affine"}


def test_what_the_directory_of_a_course_is_called_makes_no_chaffs(tmp_path):
    course = shutil.copytree(TOY, tmp_path / "chaffs" / "course")
    assert [one.loses for one in specimens.find(Assignment(course), "wheats")] == [frozenset()]


# what a specimen says


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


def test_a_family_is_a_specimen_for_each_of_its_values(course):
    text = (
        "'''At most {MOST}.\n\n最多 {MOST}。'''\n\nLOSES = ['1a-affine']\n"
        "FAMILY = {'MOST': [2, 30]}\nMOST = 2\n\n\ndef affine(A, b, x): return MOST\n"
    )
    (course / "specimens/chaffs/affine/capped.py").write_text(text, "utf-8")
    assignment = Assignment(course)
    family = [one for one in specimens.find(assignment, "chaffs") if "capped" in one.name]
    assert [(one.name, one.sentences["en"], one.sentences["zh"]) for one in family] == [
        ("affine/capped_2", "At most 2.", "最多 2。"),
        ("affine/capped_30", "At most 30.", "最多 30。"),
    ]
    catalogue = Catalogue(assignment)
    with catalogue.open():
        known = {one.name: function for one, function in catalogue.chaffs("affine.affine")}
        assert [known[one.name](1, 2, 3) for one in family] == [2, 30]


@pytest.fixture
def course(tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    return tmp_path / "course"
